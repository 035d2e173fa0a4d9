package vn.sovang.projection.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Recorded;
import vn.sovang.event.UnitEvent;
import vn.sovang.projection.statistics.CountedEvent;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.AwardId;

/// Reads the events that count from the log and says why each makes a difference.
final class Explaining {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /// Events so close together are read in one go.
    private static final int WINDOW = 256;

    private final Map<Long, Recorded> events = new HashMap<>();
    private final @Nullable LocalDate cutOffDay;

    /// @param earlier the earlier moment
    Explaining(EventFeed feed, Answered earlier, Collection<List<CountedEvent>> moved) {
        Instant at = earlier.recordedAt();
        cutOffDay = at == null ? null : LocalDate.ofInstant(at, VIETNAM);
        var positions = new TreeSet<Long>();
        moved.forEach(list -> list.forEach(event -> positions.add(event.position())));
        while (!positions.isEmpty()) {
            long first = positions.first();
            Long last = positions.floor(first + WINDOW - 1);
            int count = (int) ((last == null ? first : last) - first + 1);
            for (var event : feed.after(first - 1, count)) {
                if (positions.remove(event.position())) {
                    events.put(event.position(), event);
                }
            }
        }
    }

    /// @throws IllegalStateException for an event that was not announced
    List<Explanation> explain(List<CountedEvent> counted) {
        return counted.stream().sorted(BY_POSITION).map(this::explain).toList();
    }

    private static final java.util.Comparator<CountedEvent> BY_POSITION =
            java.util.Comparator.comparingLong(CountedEvent::position)
                    .thenComparingLong(CountedEvent::delta);

    private Explanation explain(CountedEvent counted) {
        var recorded = events.get(counted.position());
        if (recorded == null) {
            throw new IllegalStateException("no event at " + counted.position());
        }
        var event = recorded.fact().event();
        return new Explanation(
                counted.position(),
                counted.knownAt(),
                recorded.recordedAt(),
                counted.effectiveOn(),
                counted.delta(),
                reason(recorded),
                EventCatalogue.nameOf(event.getClass()),
                recorded.fact().document(),
                award(event));
    }

    /// What the act is comes before how it arrived: an annulment in a file is an annulment.
    private Reason reason(Recorded recorded) {
        return switch (recorded.fact().event()) {
            case AwardAnnulled _ -> Reason.ANNULMENT;
            case AnnulmentRevoked _ -> Reason.ANNULMENT_REVOKED;
            case HonourStripped _ -> Reason.STRIPPING;
            case HonourRestored _ -> Reason.RESTORATION;
            case DecisionCorrected e -> e.strikes() ? Reason.STRUCK_LINE : Reason.CORRECTION;
            case UnitEvent _ -> Reason.LINEAGE;
            default -> arrival(recorded);
        };
    }

    private Reason arrival(Recorded recorded) {
        if (recorded.fact().imported() != null) {
            return Reason.IMPORT;
        }
        var day = recorded.fact().effectiveOn();
        return cutOffDay != null && !day.isAfter(cutOffDay)
                ? Reason.LATE_ARRIVAL
                : Reason.AFTER_CUT_OFF;
    }

    private static @Nullable AwardId award(LedgerEvent event) {
        return switch (event) {
            case AwardEvent e -> e.award();
            case DecisionCorrected e -> e.award();
            case ArtifactEvent e -> e.award();
            default -> null;
        };
    }
}
