package vn.sovang.api.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A paper as an answer to take away.
final class PaperAnswer {
    private PaperAnswer() {}

    static ResponseEntity<byte[]> of(String suffix, Draft draft) throws IOException {
        var kind = PaperFormat.of(suffix).orElseThrow();
        var bytes = new ByteArrayOutputStream();
        kind.write(draft.paper(), bytes);
        return of(kind, draft.fileName(), bytes.toByteArray());
    }

    static ResponseEntity<byte[]> of(PaperFormat kind, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + kind.suffix())
                                .build()
                                .toString())
                .body(bytes);
    }
}
