package vn.sovang.api.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.sovang.api.recording.IdempotencyKey;
import vn.sovang.api.text.Failure;

/// What somebody typed into a form. Blank is as good as missing.
///
/// @param values by name of the field
record Typed(Map<String, List<String>> values) {
    /// The hidden identity of the request, minted when the form is shown: sent twice, it is
    /// recorded once.
    static final String REQUEST = "yeu-cau";

    /// Behind the name of a field: the identity that was chosen for it.
    static final String CHOSEN = ".chon";

    /// Behind the name of a field: the text for which it was chosen.
    static final String CHOSEN_FOR = ".chon-cho";

    Typed {
        values = Map.copyOf(values);
    }

    /// @throws Failure for a file that cannot be read to its end
    static Typed of(HttpServletRequest request) {
        var values = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, all) -> values.put(name, clean(all)));
        if (request instanceof MultipartHttpServletRequest files) {
            files.getFileMap()
                    .forEach((name, file) -> {
                        if (!file.isEmpty()) {
                            try (var in = file.getInputStream()) {
                                var digest = MessageDigest.getInstance("SHA-256");
                                var sink = java.io.OutputStream.nullOutputStream();
                                try (var out = new DigestOutputStream(sink, digest)) {
                                    in.transferTo(out);
                                }
                                values.put(
                                        name, List.of(HexFormat.of().formatHex(digest.digest())));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            } catch (NoSuchAlgorithmException e) {
                                throw new IllegalStateException("every JDK has SHA-256", e);
                            }
                        }
                    });
        }
        return new Typed(values);
    }

    private static List<String> clean(String[] all) {
        var texts = new ArrayList<String>();
        for (var text : all) {
            var lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
            if (!lines.isEmpty()) {
                texts.add(lines);
            }
        }
        return texts;
    }

    /// The first value; blank if there is none.
    String text(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /// A form that lost its identity is a new request.
    UUID request() {
        try {
            return IdempotencyKey.of(text(REQUEST));
        } catch (Failure lost) {
            return UUID.randomUUID();
        }
    }

    /// What the address of a form already says.
    Typed with(String name, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Typed(more);
    }
}
