package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;

/// One who is honoured, without identity (*đối tượng khen thưởng*).
///
/// @param name as sealed in the leaf, or in its last correction; only the subject's key opens it
/// @param restricted not to be shown (*hạn chế xử lý*)
/// @param erasedOn day of the erasure; the seals are there and nothing opens them
public record RecipientRow(
        RecipientId id,
        RecipientKind kind,
        Sealed name,
        @Nullable Sealed birth,
        @Nullable Sealed residence,
        boolean restricted,
        @Nullable LocalDate erasedOn,
        long position) {}
