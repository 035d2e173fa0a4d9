package vn.sovang.privacy;

import java.util.UUID;
import vn.sovang.vocabulary.Sealed;

/// One sealed field opened for an outsider who has the leaf: the text, and the key of this one box.
///
/// The key opens no other field and no other box, and the subject's own key cannot be computed from
/// it (HKDF, RFC 5869).
///
/// @param sealId which box
/// @param key base64 of the box's key
/// @param text what was sealed
public record Opening(UUID sealId, String key, String text) {
    /// Whether the leaf's box holds this text: the key is the one the leaf commits to, and the box
    /// opens with it, as this subject's and this field's, to this text. Needs no secret.
    public boolean fits(Sealed sealed) {
        try {
            return sealed.sealId().equals(sealId)
                    && SealedBox.open(sealed, SealedBox.bytes(key)).equals(text);
        } catch (TamperedSeal | IllegalArgumentException e) {
            return false;
        }
    }
}
