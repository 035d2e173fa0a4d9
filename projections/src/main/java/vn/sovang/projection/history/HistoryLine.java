package vn.sovang.projection.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Actor;
import vn.sovang.event.Arrival;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;

/// One event in the story of a thing.
///
/// @param type stored name, such as `award.AwardDecided`
/// @param effectiveOn day that counts in law
/// @param recordedAt when the ledger took it
/// @param arrival what the office says about receiving the paper; a claim (R2)
/// @param position in the log, under which its proof is found
/// @param knownAt position from which readers know it; later than `position` for an import (R17)
/// @param by who entered it
/// @param exception exception that the act needed (*kiêm nhiệm*, R10)
public record HistoryLine(
        long position,
        long knownAt,
        UUID eventId,
        String type,
        LocalDate effectiveOn,
        Instant recordedAt,
        @Nullable Arrival arrival,
        Document document,
        Actor by,
        @Nullable String onBehalfOf,
        @Nullable AsFound asFound,
        @Nullable ExceptionId exception,
        @Nullable Provenance provenance) {}
