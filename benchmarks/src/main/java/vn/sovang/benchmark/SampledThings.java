package vn.sovang.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.sovang.EventFeed;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Recorded;
import vn.sovang.vocabulary.Document;

/// Things of a log, met at random positions, for questions about them.
final class SampledThings {
    private static final int STRETCHES = 200;
    private static final int STRETCH = 50;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Met<AwardDecided>> awards = new ArrayList<>();
    private final List<Met<DecisionRecorded>> decisions = new ArrayList<>();
    private final List<Met<ArtifactIssued>> items = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();

    /// @param position from which it is known
    record Met<E>(E event, long position) {}

    /// A position and when it was recorded.
    record Moment(long position, Instant recordedAt) {
        LocalDate day() {
            return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
        }
    }

    SampledThings(EventFeed feed, long size) {
        for (int i = 0; i < STRETCHES; i++) {
            feed.after(random.nextLong(size), STRETCH).forEach(this::meet);
        }
    }

    private void meet(Recorded event) {
        moments.add(new Moment(event.position(), event.recordedAt()));
        switch (event.fact().event()) {
            case AwardDecided a -> awards.add(new Met<>(a, event.position()));
            case DecisionRecorded d -> {
                decisions.add(new Met<>(d, event.position()));
                if (event.fact().document() instanceof Document.Paper paper) {
                    numbers.add(paper.number().asWritten());
                }
            }
            case ArtifactIssued i -> items.add(new Met<>(i, event.position()));
            default -> {}
        }
    }

    Met<AwardDecided> award() {
        return any(awards);
    }

    Met<DecisionRecorded> decision() {
        return any(decisions);
    }

    Met<ArtifactIssued> item() {
        return any(items);
    }

    /// A decision's number as written.
    String number() {
        return any(numbers);
    }

    /// When something was recorded.
    Moment moment() {
        return any(moments);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
