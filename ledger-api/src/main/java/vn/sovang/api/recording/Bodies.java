package vn.sovang.api.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Reads bodies of JSON as strictly as RFC 8259 allows: UTF-8 without a mark, no name twice,
/// nothing behind the end, bounded depth and sizes.
final class Bodies {
    /// A decision with as many lines as an append holds is half as long.
    static final int MAX_BYTES = 4 << 20;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_DIGITS = 100;

    private static final JsonMapper STRICT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_TEXT)
                                                    .maxNameLength(MAX_NAME)
                                                    .maxNumberLength(MAX_DIGITS)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Bodies() {}

    /// @throws Failure `BODY_TOO_LARGE`, `TEXT_NOT_UTF8`
    static String text(HttpServletRequest request) {
        try {
            var bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Failure.of(FailureCode.BODY_TOO_LARGE, "most", Integer.toString(MAX_BYTES));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Failure.of(FailureCode.TEXT_NOT_UTF8).because(e);
        } catch (IOException e) {
            // The sender went away, or its chunks are none.
            throw Failure.of(FailureCode.REQUEST_MALFORMED).because(e);
        }
    }

    /// @throws Failure `JSON_MALFORMED`
    static JsonNode json(String text) {
        try {
            var node = STRICT.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw malformed(1, 1);
            }
            return node;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw malformed(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr())
                    .because(e);
        }
    }

    private static Failure malformed(int line, int column) {
        return Failure.of(
                FailureCode.JSON_MALFORMED,
                Map.of("line", Integer.toString(line), "column", Integer.toString(column)));
    }
}
