package vn.sovang.projection.register;

import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;

/// One who is honoured, without identity (*đối tượng khen thưởng*).
///
/// @param name as sealed in the leaf; only the subject's key opens it
public record RecipientRow(
        RecipientId id,
        RecipientKind kind,
        Sealed name,
        @Nullable Sealed birth,
        @Nullable Sealed residence,
        long position) {}
