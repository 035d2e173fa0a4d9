package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.EligibilityCheck;
import vn.sovang.vocabulary.RuleResult;

/// A nomination that was decided although its council or its standard said no. The checks of
/// standards advise only, so what they said counts once there is a decision.
final class NominationFiles implements Docket<NominationFiles.File> {
    /// Rules about collectives, which have a question of their own.
    private static final Set<String> COLLECTIVES = Set.of("E4", "E5");

    /// What was said, and the decision.
    record File(
            @Nullable Vote vote, List<Failed> failed, long appraised, @Nullable Decided decided) {}

    /// The last vote.
    record Vote(
            int total, int present, int favour, boolean quorum, boolean majority, long position) {}

    /// A standard that was not met.
    record Failed(String rule, String basis) {}

    /// The decision.
    record Decided(String unit, long position) {}

    @Override
    public Class<File> state() {
        return File.class;
    }

    @Override
    public File initial() {
        return new File(null, List.of(), 0, null);
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case AppraisalConcluded e -> List.of(e.nomination().tag());
            case CouncilVoted e -> List.of(e.nomination().tag());
            case AwardDecided e when e.nomination() != null -> List.of(e.nomination().tag());
            default -> List.of();
        };
    }

    @Override
    public File evolve(File state, Known known, World world) {
        return switch (known.fact().event()) {
            case AppraisalConcluded e ->
                    new File(state.vote(), failed(e.checks()), known.position(), state.decided());
            case CouncilVoted e ->
                    new File(
                            new Vote(
                                    e.ballot().total(),
                                    e.ballot().present(),
                                    e.ballot().inFavour(),
                                    e.quorum() != RuleResult.KHONG_DAT,
                                    e.majority() != RuleResult.KHONG_DAT,
                                    known.position()),
                            state.failed(),
                            state.appraised(),
                            state.decided());
            case AwardDecided e ->
                    new File(
                            state.vote(),
                            state.failed(),
                            state.appraised(),
                            new Decided(e.key().authority().toString(), known.position()));
            default -> state;
        };
    }

    private static List<Failed> failed(List<EligibilityCheck> checks) {
        return checks.stream()
                .filter(c -> c.result() == RuleResult.KHONG_DAT)
                .map(c -> new Failed(c.rule(), c.basis()))
                .toList();
    }

    @Override
    public List<Found> findings(String thing, File state) {
        var found = new ArrayList<Found>();
        var vote = state.vote();
        if (vote != null && !vote.quorum()) {
            found.add(
                    Found.of(AnomalyRule.COUNCIL_WITHOUT_QUORUM, thing, vote.position())
                            .saying("present", vote.present())
                            .saying("total", vote.total()));
        }
        var decided = state.decided();
        if (decided == null) {
            return found;
        }
        if (vote != null && !vote.majority()) {
            found.add(
                    Found.of(
                                    AnomalyRule.COUNCIL_WITHOUT_MAJORITY,
                                    thing,
                                    vote.position(),
                                    decided.position())
                            .saying("favour", vote.favour())
                            .saying("total", vote.total()));
        }
        standard(thing, state, decided, found);
        return found.stream().map(f -> f.ofUnit(decided.unit())).toList();
    }

    private static void standard(String thing, File state, Decided decided, List<Found> found) {
        for (boolean collective : new boolean[] {false, true}) {
            var failed =
                    state.failed().stream()
                            .filter(f -> COLLECTIVES.contains(f.rule()) == collective)
                            .toList();
            if (!failed.isEmpty()) {
                var rule =
                        collective
                                ? AnomalyRule.COLLECTIVE_STANDARD_NOT_MET
                                : AnomalyRule.STANDARD_NOT_MET;
                found.add(
                        Found.of(rule, thing, state.appraised(), decided.position())
                                .saying(
                                        "rules",
                                        String.join(
                                                ", ", failed.stream().map(Failed::rule).toList()))
                                .saying("basis", failed.getFirst().basis()));
            }
        }
    }
}
