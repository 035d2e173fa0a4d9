package vn.sovang.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Keys and notes of the worked examples; their seeds are published, so none of them is a secret.
final class NoteVectors {
    static final String ORIGIN = "ledger.example/tdkt";
    static final VerifierKey LOG_KEY = key("log.vkey");
    static final VerifierKey ROTATED_KEY = key("rotated.vkey");
    static final VerifierKey WITNESS_1 = key("witness.example/w1.vkey");
    static final VerifierKey WITNESS_2 = key("witness.example/w2.vkey");
    static final VerifierKey PQ_WITNESS = VerifierKey.parse(Vectors.text("small/pq/vkey").strip());

    /// 2024-06-30T00:00:00Z, the time of the first witness's cosignature.
    static final long COSIGNED_AT = 1_719_705_600L;

    private NoteVectors() {}

    private static VerifierKey key(String valueName) {
        return VerifierKey.parse(Vectors.value(valueName));
    }

    /// 32 consecutive byte values, as all seeds of the worked examples are.
    static byte[] seed(int first) {
        var seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (first + i);
        }
        return seed;
    }

    static NoteSigner logSigner() {
        return NoteSigner.ed25519(ORIGIN, seed(0x00));
    }

    static Cosigner witness1() {
        return Cosigner.ed25519("witness.example/w1", seed(0x20));
    }

    static Cosigner witness2() {
        return Cosigner.ed25519("witness.example/w2", seed(0x40));
    }

    static SignedNote note(String name) {
        return SignedNote.parse(Vectors.bytes(name));
    }

    static Checkpoint checkpoint(String name) {
        return Checkpoint.of(note(name));
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
