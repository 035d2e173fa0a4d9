package vn.sovang.api.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.Recorded;
import vn.sovang.inspection.NumberGaps;
import vn.sovang.inspection.Sample;
import vn.sovang.inspection.Sampling;
import vn.sovang.privacy.SubjectErased;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.Anomalies;
import vn.sovang.projection.anomaly.AnomalyFilter;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.inspection.InspectionRow;
import vn.sovang.projection.inspection.Inspections;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// Finds inspections, draws their samples, and gathers what an inspector reads beside them.
@Component
public final class InspectionDesk {
    /// A list of more anomalies is not read to its end.
    public static final int MAX_ANOMALIES = 1_000;

    /// Enough events of one anomaly to tell the days it is about.
    private static final int DAYS_LOOKED_AT = 10;

    private final Ledger ledger;
    private final Projections projections;

    public InspectionDesk(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    /// The position a text means.
    ///
    /// @throws Failure as [AskedMoment]
    public long position(@Nullable String knownAt) {
        return AskedMoment.of(inspections().moments(), knownAt).position();
    }

    private Inspections inspections() {
        return projections.inspections();
    }

    /// Newest first.
    public List<InspectionRow> all(@Nullable UnitId unit, long knownAt) {
        return inspections().all(unit, knownAt);
    }

    /// @throws Failure `ID_MALFORMED`, `INSPECTION_NOT_FOUND`
    public InspectionRow find(String id, long knownAt) {
        return inspections()
                .one(new InspectionId(uuid("id", id)), knownAt)
                .orElseThrow(() -> Failure.of(FailureCode.INSPECTION_NOT_FOUND, "id", id));
    }

    /// In full; `UUID.fromString` takes shorter ones too.
    ///
    /// @throws Failure `ID_MALFORMED`
    public static UUID uuid(String parameter, String id) {
        if (id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(id);
        }
        throw Failure.at(parameter, FailureCode.ID_MALFORMED, id);
    }

    /// One event that was drawn.
    ///
    /// @param leafHash hash of its leaf in the tree of the cut-off, lower-case hex
    public record DrawnEvent(Sample.Drawn drawn, Recorded event, String leafHash) {}

    /// The sample with its events.
    public record DrawnSample(Recorded opening, long population, List<DrawnEvent> events) {
        public DrawnSample {
            events = List.copyOf(events);
        }
    }

    /// Draws the sample again.
    public DrawnSample sample(InspectionRow inspection) {
        var opening =
                ledger.read(Set.of(TagQuery.of(inspection.id().tag(), InspectionOpened.class)))
                        .getFirst();
        var sampling = Sampling.under(opening);
        ledger.read(sampling.queries()).forEach(sampling);
        var sample = sampling.sample();
        var leaves = new Leaves(inspection.cutOff().size());
        var events =
                sample.drawn().stream()
                        .map(d -> new DrawnEvent(d, event(d.position()), leaves.hash(d.position())))
                        .toList();
        return new DrawnSample(opening, sample.population(), events);
    }

    private Recorded event(long position) {
        return ledger.feed().after(position - 1, 1).getFirst();
    }

    /// Leaf hashes of one tree; each tile is read once. Owned by one answer.
    private final class Leaves {
        private final long size;
        private final Map<Tile, byte[]> tiles = new HashMap<>();

        Leaves(long size) {
            this.size = size;
        }

        String hash(long position) {
            var tile = Tile.holding(0, position - 1, size);
            var hashes =
                    tiles.computeIfAbsent(
                            tile, t -> ledger.published().read(t, size).orElseThrow());
            int place = (int) ((position - 1) % TilePath.FULL_WIDTH);
            return Hash.at(hashes, place * Hash.SIZE_BYTES).toHex();
        }
    }

    /// The gap lists of every inspected unit and year of the period, from what was recorded by the
    /// cut-off.
    public List<NumberGaps> gaps(InspectionRow inspection) {
        var gaps = new ArrayList<NumberGaps>();
        var scope = inspection.scope();
        for (var unit : scope.units()) {
            var decisions =
                    ledger.read(Set.of(TagQuery.of(unit.tag(), DecisionRecorded.class))).stream()
                            .filter(d -> d.position() <= inspection.cutOff().size())
                            .toList();
            for (int year = scope.from().getYear(); year <= scope.to().getYear(); year++) {
                gaps.add(NumberGaps.of(unit, year, decisions));
            }
        }
        return gaps;
    }

    /// Anomalies of the inspected units as known at the cut-off, the heaviest first, that prove
    /// themselves by an event of the period, or by none that has a day; at most [#MAX_ANOMALIES]
    /// and one.
    public List<AnomalyRow> anomalies(InspectionRow inspection) {
        var found = new ArrayList<AnomalyRow>();
        for (var unit : inspection.scope().units()) {
            var filter =
                    new AnomalyFilter(
                            null,
                            null,
                            unit,
                            null,
                            inspection.opened().on(),
                            inspection.cutOff().size());
            String after = null;
            do {
                var page = projections.anomalies().page(filter, after, Anomalies.MAX_PAGE);
                found.addAll(ofThePeriod(page.rows(), inspection));
                after = page.next();
            } while (after != null && found.size() <= MAX_ANOMALIES);
        }
        return found.size() > MAX_ANOMALIES ? found.subList(0, MAX_ANOMALIES + 1) : found;
    }

    private List<AnomalyRow> ofThePeriod(List<AnomalyRow> rows, InspectionRow inspection) {
        var days = days(rows.stream().flatMap(InspectionDesk::looked).toList());
        var scope = inspection.scope();
        return rows.stream()
                .filter(row -> {
                    var known = looked(row).flatMap(p -> Stream.ofNullable(days.get(p))).toList();
                    return known.isEmpty()
                            || known.stream()
                                    .anyMatch(d ->
                                            !d.isBefore(scope.from()) && !d.isAfter(scope.to()));
                })
                .toList();
    }

    private static Stream<Long> looked(AnomalyRow row) {
        return row.evidence().stream().limit(DAYS_LOOKED_AT);
    }

    private Map<Long, LocalDate> days(Collection<Long> positions) {
        var days = new HashMap<Long, LocalDate>();
        projections
                .history()
                .at(positions)
                .forEach(line -> days.put(line.position(), line.effectiveOn()));
        return days;
    }

    /// Seals what is said about a person.
    ///
    /// @param about the recipient it speaks of; known where the matter is an award
    /// @throws Failure `PARAMETER_MISSING` if nobody knows whose key is meant,
    ///   `RECIPIENT_NOT_FOUND` if there is none, or it was erased
    public Sealed seal(InspectedMatter matter, @Nullable RecipientId about, String text) {
        var subject = about == null ? recipient(matter) : about;
        if (ledger.read(Set.of(TagQuery.of(subject.tag(), RecipientRegistered.class))).isEmpty()) {
            throw unknown(subject);
        }
        try {
            var batch = ledger.identities().newBatch();
            var sealed = batch.seal(subject.value(), "finding", text);
            batch.commit();
            return sealed;
        } catch (SubjectErased gone) {
            throw unknown(subject).because(gone);
        }
    }

    private static Failure unknown(RecipientId subject) {
        return Failure.of(FailureCode.RECIPIENT_NOT_FOUND, "id", subject.toString());
    }

    private RecipientId recipient(InspectedMatter matter) {
        if (matter instanceof InspectedMatter.OfAward(AwardId award)) {
            var decided = ledger.read(Set.of(TagQuery.of(award.tag(), AwardDecided.class)));
            if (!decided.isEmpty()
                    && decided.getFirst().fact().event() instanceof AwardDecided first) {
                return first.line().recipient();
            }
        }
        throw Failure.at("--about", FailureCode.PARAMETER_MISSING, "");
    }
}
