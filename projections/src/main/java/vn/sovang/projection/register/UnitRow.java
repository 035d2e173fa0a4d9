package vn.sovang.projection.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// A unit as the ledger knows it now (*cơ quan, đơn vị*).
///
/// @param authorityName name of its deciding body; not unique: a ward of 2025 bears the name of one
///   of 2024
/// @param existsFrom first day in law, where known
/// @param endedOn first day on which it existed no more: merged or abolished
/// @param successors into which it was merged, or who follows it
/// @param reconciled false for a name met in a list that nobody has matched yet (*chưa đối chiếu*)
public record UnitRow(
        UnitId id,
        String name,
        String authorityName,
        UnitLevel level,
        @Nullable UnitId parent,
        @Nullable String statisticalCode,
        @Nullable LocalDate existsFrom,
        @Nullable LocalDate endedOn,
        List<UnitId> successors,
        boolean reconciled,
        long position) {
    public UnitRow {
        successors = List.copyOf(successors);
    }

    /// Whether the unit existed on that day; an unknown first day counts as long ago.
    public boolean existedOn(LocalDate day) {
        return (existsFrom == null || !day.isBefore(existsFrom))
                && (endedOn == null || day.isBefore(endedOn));
    }
}
