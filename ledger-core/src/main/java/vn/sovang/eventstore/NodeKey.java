package vn.sovang.eventstore;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sovang.tlog.Hash;

/// The secret by which a node proves that it stored an append itself (*khoá nút*). It lies in a
/// file, never in the database: whoever has the database alone can insert rows, but no row that a
/// checkpoint will cover.
///
/// What is hashed has one fixed width, so that no two appends give the same bytes:
///
/// | bytes | holds |
/// |---|---|
/// | 16 | `sovang/append/v1` |
/// | 8 | first position, big-endian |
/// | 8 | last position, big-endian |
/// | 32 | RFC 6962 root over the append's leaves |
///
/// The key itself is derived from the secret and the log's name: what one log's append bears is
/// worth nothing in another.
public final class NodeKey {
    public static final int SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DERIVATION = "sovang/node-key/v1\n";
    private static final String IDENTITY = "sovang/node-key-id/v1";
    private static final byte[] APPEND = "sovang/append/v1".getBytes(US_ASCII);
    private static final int ID_DIGITS = 16;

    private final SecretKeySpec key;
    private final String id;

    private NodeKey(byte[] derived) {
        this.key = new SecretKeySpec(derived, ALGORITHM);
        var named = hmac(key, IDENTITY.getBytes(US_ASCII));
        this.id = HexFormat.of().formatHex(named).substring(0, ID_DIGITS);
    }

    /// The key of a secret for one log.
    ///
    /// @param origin the log's name
    /// @throws IllegalArgumentException unless the secret has [#SECRET_BYTES] bytes
    public static NodeKey of(byte[] secret, String origin) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a node key has " + SECRET_BYTES + " bytes");
        }
        var master = new SecretKeySpec(secret, ALGORITHM);
        return new NodeKey(hmac(master, (DERIVATION + origin).getBytes(UTF_8)));
    }

    /// Names the key without telling it: 16 hexadecimal digits.
    public String id() {
        return id;
    }

    /// Seals an append.
    public AppendMac seal(long first, long last, Hash root) {
        return new AppendMac(first, last, root, id, hmac(key, message(first, last, root)));
    }

    /// Whether this key made the seal, over exactly these positions and this root.
    public boolean verifies(AppendMac seal) {
        var expected = hmac(key, message(seal.first(), seal.last(), seal.root()));
        return id.equals(seal.keyId()) && MessageDigest.isEqual(expected, seal.mac());
    }

    private static byte[] message(long first, long last, Hash root) {
        return ByteBuffer.allocate(APPEND.length + 2 * Long.BYTES + Hash.SIZE_BYTES)
                .put(APPEND)
                .putLong(first)
                .putLong(last)
                .put(root.bytes())
                .array();
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, absent);
        }
    }

    /// Only the name, so that a log line cannot give the key away.
    @Override
    public String toString() {
        return "node key " + id;
    }
}
