package vn.sovang.api.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.sovang.api.paper.ReportPart;
import vn.sovang.api.paper.ReportWords;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// What a form of this room sent.
final class Sent {
    private Sent() {}

    /// @throws Failure `PARAMETER_MISSING`
    static String text(String name, HttpServletRequest request) {
        var text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            throw Failure.at(name, FailureCode.PARAMETER_MISSING, "");
        }
        return text.strip();
    }

    /// @throws Failure `PARAMETER_MISSING`, `PARAMETER_MALFORMED`
    static long number(String name, HttpServletRequest request) {
        var text = text(name, request);
        if (!text.matches("[0-9]{1,18}")) {
            throw Failure.at(name, FailureCode.PARAMETER_MALFORMED, text);
        }
        return Long.parseLong(text);
    }

    /// @throws Failure `PARAMETER_MISSING`, `DATE_MALFORMED`
    static LocalDate day(String name, HttpServletRequest request) {
        return Days.of(name, text(name, request));
    }

    /// @throws Failure `PARAMETER_MALFORMED`
    static UUID id(String name, HttpServletRequest request) {
        var text = text(name, request);
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Failure.at(name, FailureCode.PARAMETER_MALFORMED, text);
        }
        return UUID.fromString(text);
    }

    /// SHA-256 of a file, which is not kept; null for none.
    static @Nullable String sha256(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try (var in = file.getInputStream();
                var out =
                        new DigestOutputStream(
                                OutputStream.nullOutputStream(),
                                MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Words as they came, to be shown again.
    static ReportWords raw(HttpServletRequest request) {
        var texts = new EnumMap<ReportPart, String>(ReportPart.class);
        for (var part : ReportPart.values()) {
            var text = request.getParameter(part.field());
            texts.put(part, text == null ? "" : text);
        }
        return new ReportWords(texts);
    }

    /// A draft as the sender read it.
    static ReportDraft draft(ReportDraft now, long version, ReportDraft.About about) {
        return new ReportDraft(
                now.id(),
                now.office(),
                about,
                now.words(),
                now.savedAt(),
                version,
                now.createdBy(),
                now.changedBy(),
                now.changedAt(),
                now.report());
    }
}
