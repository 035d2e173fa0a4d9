package vn.sovang.projection.statistics;

import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// A unit by its identity and the names the ledger has for it.
///
/// @param name null if the unit was never registered
/// @param authorityName name of its deciding body; null if the unit was never registered
public record UnitName(
        UnitId id,
        @Nullable String name,
        @Nullable String authorityName,
        @Nullable UnitLevel level,
        @Nullable UnitId parent) {}
