package vn.sovang.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import vn.sovang.postgres.Tx;

/// The keys of subjects, in a database of their own, each wrapped by the master key.
///
/// The database is backed up apart from the ledger's and for a shorter time, so that a restored
/// backup of the ledger brings no erased key back.
public final class SubjectKeys {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// The driver holds what it has not sent.
    private static final int INSERTED_AT_ONCE = 1_000;

    private static final String FIND =
            "select subject, wrapped_key from keystore.subject_key where subject = any(?)";

    private static final String DESTROY = "delete from keystore.subject_key where subject = any(?)";

    private static final String INSERT =
            """
            insert into keystore.subject_key (subject, wrapped_key, commitment)
            values (?, ?, sha256('tdkt/wrapped/v1'::bytea || ?))
            """;

    private final Tx tx;
    private final SecretKeySpec master;
    private final SecureRandom random;

    /// @param keys pool of the role `sovang_keys`
    /// @param master 32 bytes that are in no database
    public SubjectKeys(DataSource keys, byte[] master, SecureRandom random) {
        if (master.length != 32) {
            throw new IllegalArgumentException("the master key has 32 bytes");
        }
        this.tx = new Tx(keys);
        this.master = new SecretKeySpec(master, "AES");
        this.random = random;
    }

    /// The keys that are there.
    Map<UUID, byte[]> find(Set<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return tx.query(connection -> {
            var found = new HashMap<UUID, byte[]>();
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var subject = rows.getObject(1, UUID.class);
                        found.put(subject, unwrap(subject, rows.getBytes(2)));
                    }
                }
            }
            return found;
        });
    }

    /// Deletes keys; says how many there were. Durable when this returns.
    int destroy(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return 0;
        }
        return tx.call(connection -> {
            try (var statement = connection.prepareStatement(DESTROY)) {
                statement.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
                return statement.executeUpdate();
            }
        });
    }

    /// A further key that follows from the master key.
    byte[] derive(String label) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(master);
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    void insert(Map<UUID, byte[]> keys) {
        if (keys.isEmpty()) {
            return;
        }
        tx.call(connection -> {
            try (var statement = connection.prepareStatement(INSERT)) {
                int waiting = 0;
                for (var entry : keys.entrySet()) {
                    if (++waiting % INSERTED_AT_ONCE == 0) {
                        statement.executeBatch();
                    }
                    var wrapped = wrap(entry.getKey(), entry.getValue());
                    statement.setObject(1, entry.getKey());
                    statement.setBytes(2, wrapped);
                    statement.setBytes(3, wrapped);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    private byte[] wrap(UUID subject, byte[] key) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, master, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(subject));
            var box = cipher.doFinal(key);
            return ByteBuffer.allocate(nonce.length + box.length).put(nonce).put(box).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private byte[] unwrap(UUID subject, byte[] wrapped) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    master,
                    new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE_BYTES));
            cipher.updateAAD(bytes(subject));
            return cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new TamperedSeal("the key of " + subject + " cannot be unwrapped", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
