package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.SubjectId;

/// Somebody an office is in touch with about a recipient, without identity (*người liên hệ*).
///
/// @param keptUntil last day on which the data are kept
/// @param erasedOn day of the erasure; nothing opens the data since
public record ContactRow(
        SubjectId subject, ContactRole role, LocalDate keptUntil, @Nullable LocalDate erasedOn) {}
