package vn.sovang.decider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// One request of a client, by which a retry is recognised (R21).
///
/// @param id chosen by the client, or derived from the file it sends
/// @param bodySha256 lower-case hex SHA-256 of what the client sent; the same id with another body
///   is refused
public record Request(UUID id, String bodySha256) {
    /// A request whose body is the given text.
    public static Request of(UUID id, String body) {
        return new Request(id, sha256(body.getBytes(StandardCharsets.UTF_8)));
    }

    /// A request whose id follows from its content: the same content is the same request.
    public static Request ofContent(byte[] content) {
        var hash = sha256(content);
        return new Request(UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.US_ASCII)), hash);
    }

    /// Lower-case hex SHA-256.
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
