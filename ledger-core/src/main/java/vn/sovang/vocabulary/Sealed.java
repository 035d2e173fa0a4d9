package vn.sovang.vocabulary;

import java.util.UUID;

/// One personal field as it stands in a leaf: ciphertext under a key of its own, which is derived
/// from the subject's key.
///
/// AES-GCM does not commit to its key, so the leaf also holds `SHA-256("tdkt/dek/v1" || key)`: one
/// ciphertext cannot be opened to two different people.
///
/// @param sealId random; with subject and field the additional authenticated data
/// @param subject from whose key the box's key is derived
/// @param field which field it is, such as `name`
/// @param box base64 of nonce (12 bytes), ciphertext and tag (16 bytes)
/// @param keyCommitment base64 of the commitment to the box's key
public record Sealed(UUID sealId, UUID subject, String field, String box, String keyCommitment) {}
