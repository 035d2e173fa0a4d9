package vn.sovang.projection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.Sealed;

/// One thing done in an inspection.
///
/// @param words what was said, where anything was; names no person
/// @param detail what was said about a person, sealed
/// @param position of its event in the log
/// @param by user id
/// @param asFound rule it breaks, where a signed paper says it all the same (R1)
public record InspectionAct(
        ActKind kind,
        @Nullable String words,
        @Nullable Sealed detail,
        LocalDate on,
        Instant recordedAt,
        long position,
        String by,
        String role,
        Document document,
        @Nullable String asFound) {
    /// What was done.
    public enum ActKind {
        OPENED,
        FOUND,
        EXPLAINED,
        ACCEPTED,
        REOPENED,
        CLOSED
    }
}
