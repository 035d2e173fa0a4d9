package vn.sovang.api.kept;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;

/// A filter that somebody keeps by a name (*bộ lọc đã lưu*).
///
/// @param owner opaque user id
/// @param office the owner's unit when it was kept; null for the office that keeps the register
/// @param shared whether the office sees it too
public record SavedSearch(
        UUID id,
        String owner,
        @Nullable UnitId office,
        String name,
        KeptFilter filter,
        boolean shared) {}
