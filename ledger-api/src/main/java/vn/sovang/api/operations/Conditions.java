package vn.sovang.api.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.Installation;
import vn.sovang.api.readmodel.ReadModelForms.ReadModel;
import vn.sovang.decider.Origin;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.AnomalyFilter;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.projection.anomaly.Severity;
import vn.sovang.projection.readmodel.NotBuiltYet;
import vn.sovang.seal.DatedCheckpoint;
import vn.sovang.seal.SealedCheckpoint;

/// Looks how the service is. Probes, gauges and pages ask often and together, so one look serves
/// all who ask within a second.
@Component
class Conditions {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /// Counting findings reads all of them.
    private static final Duration FRESH_COUNTS = Duration.ofMinutes(1);

    private final Installation installation;
    private final Ledger ledger;
    private final Projections projections;
    private final InstantSource clock = Clock.systemUTC();

    /// Guarded by this.
    private @Nullable Condition last;

    /// Guarded by this.
    private Map<Severity, Long> counts = Map.of();

    /// Guarded by this.
    private Instant counted = Instant.MIN;

    Conditions(Installation installation) {
        this.installation = installation;
        this.ledger = installation.ledger();
        this.projections = installation.projections();
    }

    /// How it is, at most a second ago.
    synchronized Condition now() {
        var now = clock.instant();
        var known = last;
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            known = look(now);
            last = known;
        }
        return known;
    }

    private Condition look(Instant now) {
        try {
            var writing = ledger.writing();
            var newest = ledger.checkpoint().map(SealedCheckpoint::size);
            return new Condition(
                    writing.stoppedBecause() == null
                            ? ServiceState.WRITABLE
                            : ServiceState.READ_ONLY,
                    writing.stoppedBecause(),
                    now,
                    ledger.feed().head(),
                    newest.orElse(0L),
                    newest.flatMap(ledger.published()::dated)
                            .map(DatedCheckpoint::signedAt)
                            .orElse(null),
                    writing.waiting(),
                    freeBytes(),
                    ledger.alarms(),
                    projections.statuses().stream().map(ReadModel::of).toList(),
                    openAnomalies(now));
        } catch (DatabaseFailure away) {
            return new Condition(
                    ServiceState.STOPPED,
                    "DATABASE_DOES_NOT_ANSWER",
                    now,
                    0,
                    0,
                    null,
                    0,
                    freeBytes(),
                    List.of(),
                    List.of(),
                    Map.of());
        }
    }

    private Map<Severity, Long> openAnomalies(Instant now) {
        if (counted.plus(FRESH_COUNTS).isBefore(now)) {
            try {
                counts = count(LocalDate.ofInstant(now, Origin.VIETNAM));
                counted = now;
            } catch (NotBuiltYet soon) {
                return Map.of();
            }
        }
        return counts;
    }

    private Map<Severity, Long> count(LocalDate today) {
        var open = new EnumMap<Severity, Long>(Severity.class);
        for (var severity : Severity.values()) {
            open.put(severity, 0L);
        }
        projections
                .anomalies()
                .counts(AnomalyFilter.all(today))
                .forEach((rule, states) ->
                        open.merge(
                                rule.severity(),
                                states.getOrDefault(FindingState.OPEN, 0L),
                                Long::sum));
        return open;
    }

    /// 0 where the disk does not answer.
    private long freeBytes() {
        try {
            return Files.getFileStore(installation.data()).getUsableSpace();
        } catch (IOException gone) {
            return 0;
        }
    }
}
