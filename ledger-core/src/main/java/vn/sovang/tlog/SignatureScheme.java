package vn.sovang.tlog;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// The two signature algorithms, both from the JDK, between raw key bytes and JCA objects.
enum SignatureScheme {
    /// RFC 8032; the SPKI prefix is that of RFC 8410 section 4.
    ED25519("Ed25519", 32, 64, "302a300506032b6570032100"),

    /// FIPS 204 with an empty context; the SPKI prefix is that of RFC 9881.
    ML_DSA_44("ML-DSA-44", 1_312, 2_420, "30820532300b06096086480165030403110382052100");

    static final int SEED_BYTES = 32;

    final int publicKeyBytes;
    final int signatureBytes;
    private final String algorithm;
    private final String spkiPrefixHex;

    SignatureScheme(
            String algorithm, int publicKeyBytes, int signatureBytes, String spkiPrefixHex) {
        this.algorithm = algorithm;
        this.publicKeyBytes = publicKeyBytes;
        this.signatureBytes = signatureBytes;
        this.spkiPrefixHex = spkiPrefixHex;
    }

    /// The key with these raw bytes. Also starts a verification, because the JDK looks whether an
    /// Ed25519 key is a point of the curve only then.
    ///
    /// @throws MalformedLogDataException if the bytes are not a public key of this algorithm
    PublicKey publicKey(byte[] raw) {
        if (raw.length != publicKeyBytes) {
            throw new MalformedLogDataException(
                    "%s public key: %d bytes instead of %d"
                            .formatted(algorithm, raw.length, publicKeyBytes));
        }
        byte[] prefix = HexFormat.of().parseHex(spkiPrefixHex);
        byte[] spki = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, spki, prefix.length, raw.length);
        try {
            var key =
                    KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
            Signature.getInstance(algorithm).initVerify(key);
            return key;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(algorithm + " is part of Java 25", absent);
        } catch (GeneralSecurityException invalid) {
            throw new MalformedLogDataException(algorithm + " public key: not valid", invalid);
        }
    }

    boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != signatureBytes) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException outOfRange) {
            // The JDK throws for some numbers no honest signer writes, e.g. an S of L or more.
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("publicKey(byte[]) accepted this key", impossible);
        }
    }

    byte[] sign(PrivateKey key, byte[] message, SecureRandom hedge) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key, hedge);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(algorithm + " signing failed", failed);
        }
    }

    /// The key pair of a 32-byte seed. The JDK computes no public key from a private one; but its
    /// generators draw exactly the seed from their random source, so we hand them that as
    /// randomness.
    KeyPair keyPair(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new MalformedLogDataException(
                    "%s seed: %d bytes instead of %d"
                            .formatted(algorithm, seed.length, SEED_BYTES));
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(new NamedParameterSpec(algorithm), new FixedRandom(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(algorithm + " is part of Java 25", absent);
        }
    }

    byte[] rawPublicKey(PublicKey key) {
        byte[] spki = key.getEncoded();
        return Arrays.copyOfRange(spki, spki.length - publicKeyBytes, spki.length);
    }
}
