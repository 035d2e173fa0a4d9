package vn.sovang.api.imports;

import java.time.Instant;
import vn.sovang.event.Actor;

/// Who brings a file, when, and who confirmed that it says what the papers say (R10).
///
/// @param at the edge's clock
/// @param confirmedBy user id of the second person; the importer's own where `selfConfirmed`
public record Submission(Actor by, Instant at, String confirmedBy, boolean selfConfirmed) {}
