package vn.sovang.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Request;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Recorded;
import vn.sovang.inspection.Sample.Drawn;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.SampleSeed;
import vn.sovang.vocabulary.UnitId;

/// Draws the sample of an inspection from the events of the log, in position order, whoever reads
/// them out: a running ledger, or a directory it was exported to (*chọn mẫu kiểm tra*).
///
/// The population is every event of the design's kind, at or before the cut-off, whose deciding
/// unit and effective day are in scope; one of an import only if that import was completed by the
/// cut-off (R17). What became of it later changes nothing: an award that was annulled, or a line
/// that was struck, may be drawn. The population is sorted by
///
///     SHA-256( seed (32) ‖ P (8) ‖ T (27) ‖ p (8) )
///
/// where P is the position of the opening event and p that of the candidate, both unsigned and
/// big-endian, and T is `recordedAt` of the opening event as it stands in its leaf, such as
/// `2026-11-22T08:15:00.123456Z`, in ASCII. The first n are the sample. `docs/inspection.md` has
/// numbers to compare with. Owned by one thread; memory is bounded by n and by one import.
public final class Sampling implements Consumer<Recorded> {
    private final InspectionOpened opened;
    private final long openedAt;
    private final Instant openedOn;

    /// The n first so far, the last of them on top.
    private final PriorityQueue<Candidate> first =
            new PriorityQueue<>(Comparator.<Candidate>naturalOrder().reversed());

    /// Candidates of imports of which the completion was not seen yet.
    private final Map<ImportId, List<Long>> waiting = new HashMap<>();

    private long population;

    private record Candidate(String order, long position) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byOrder = order.compareTo(other.order);
            return byOrder != 0 ? byOrder : Long.compare(position, other.position);
        }
    }

    private Sampling(InspectionOpened opened, Recorded opening) {
        this.opened = opened;
        this.openedAt = opening.position();
        this.openedOn = opening.recordedAt();
    }

    /// @param opening an [InspectionOpened] as the log has it
    /// @throws IllegalArgumentException if it is another event, or its cut-off lies after it
    public static Sampling under(Recorded opening) {
        if (!(opening.fact().event() instanceof InspectionOpened opened)) {
            throw new IllegalArgumentException("no opening at position " + opening.position());
        }
        if (opened.cutOff().size() >= opening.position()) {
            throw new IllegalArgumentException(
                    "the cut-off %d lies after the opening at %d"
                            .formatted(opened.cutOff().size(), opening.position()));
        }
        return new Sampling(opened, opening);
    }

    /// The hash by which a candidate is drawn, lower-case hex.
    ///
    /// @param openedAt position of the opening event
    /// @param recordedAt when the ledger took it
    static String order(SampleSeed seed, long openedAt, Instant recordedAt, long position) {
        var bytes = ByteBuffer.allocate(SampleSeed.BYTES + 2 * Long.BYTES + EventCodec.STAMP_WIDTH);
        bytes.put(seed.bytes()).putLong(openedAt);
        bytes.put(EventCodec.stamp(recordedAt).getBytes(StandardCharsets.US_ASCII));
        bytes.putLong(position);
        return Request.sha256(bytes.array());
    }

    /// The events that [#accept] has to see; more do no harm, since it chooses itself.
    public Set<TagQuery> queries() {
        var type =
                switch (opened.sample().population()) {
                    case AWARDS_DECIDED -> AwardDecided.class;
                    case DECISIONS_SIGNED -> DecisionRecorded.class;
                };
        var queries = new HashSet<TagQuery>();
        for (var unit : opened.scope().units()) {
            queries.add(TagQuery.of(unit.tag(), type));
        }
        queries.add(new TagQuery(Set.of(), Set.of(EventCatalogue.nameOf(ImportCompleted.class))));
        return queries;
    }

    /// Takes the next event, in position order.
    @Override
    public void accept(Recorded event) {
        if (event.position() > opened.cutOff().size()) {
            return;
        }
        var fact = event.fact();
        if (fact.event() instanceof ImportCompleted completed) {
            var positions = waiting.remove(completed.imported());
            (positions == null ? List.<Long>of() : positions).forEach(this::candidate);
        } else if (inScope(fact)) {
            var imported = fact.imported();
            if (imported == null) {
                candidate(event.position());
            } else {
                waiting.computeIfAbsent(imported, _ -> new ArrayList<>()).add(event.position());
            }
        }
    }

    private boolean inScope(Fact fact) {
        var authority = authority(fact.event());
        return authority != null && opened.scope().covers(authority, fact.effectiveOn());
    }

    /// Who decided, if the event is of the kind that is drawn from.
    private @Nullable UnitId authority(LedgerEvent event) {
        return switch (opened.sample().population()) {
            case AWARDS_DECIDED ->
                    event instanceof AwardDecided award ? award.key().authority() : null;
            case DECISIONS_SIGNED ->
                    event instanceof DecisionRecorded decision ? decision.key().authority() : null;
        };
    }

    private void candidate(long position) {
        population++;
        first.add(
                new Candidate(
                        order(opened.sample().seed(), openedAt, openedOn, position), position));
        if (first.size() > opened.sample().size()) {
            first.remove();
        }
    }

    /// The sample from what was seen.
    public Sample sample() {
        var drawn = new ArrayList<Drawn>();
        for (var candidate : first.stream().sorted().toList()) {
            drawn.add(new Drawn(drawn.size() + 1, candidate.position(), candidate.order()));
        }
        return new Sample(population, drawn);
    }
}
