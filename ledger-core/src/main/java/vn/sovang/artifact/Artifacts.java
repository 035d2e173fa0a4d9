package vn.sovang.artifact;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_ALREADY_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_PART_OF_AWARD;
import static vn.sovang.decider.RefusalCode.AWARD_NOT_ANNULLED;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.AwardStanding.Whereabouts;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.vocabulary.ArtifactId;

/// Decides about items of an award begun in the ledger: one active item per award line and kind.
public final class Artifacts implements Decider<ArtifactCommand, Artifacts.State> {
    /// What the rules need to know.
    public record State(AwardStanding award, AwardTypes types) {}

    @Override
    public Class<ArtifactCommand> command() {
        return ArtifactCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ArtifactCommand command) {
        return Set.of(
                AwardStanding.of(command.award()), AwardTypes.definitionOf(command.awardCode()));
    }

    @Override
    public State initial() {
        return new State(AwardStanding.UNKNOWN, AwardTypes.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(state.award().evolve(fact), state.types().evolve(fact.event()));
    }

    @Override
    public Outcome decide(ArtifactCommand command, State state) {
        var day = command.origin().effectiveOn();
        return Checks.first(
                        unless(
                                () -> !command.origin().inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", day)),
                        () -> check(command, state, day))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(event(command))));
    }

    private static Optional<Refused> check(ArtifactCommand command, State state, LocalDate day) {
        var award = state.award();
        return switch (command) {
            case IssueArtifact issue ->
                    Checks.first(
                            () -> award.checkInForce(issue.awardCode(), day),
                            () -> checkPartOfAward(issue, state),
                            unless(
                                    () -> !award.hasActive(issue.kind()),
                                    refuse(ARTIFACT_ALREADY_ACTIVE, "kind", issue.kind())),
                            unless(
                                    () -> !award.items().containsKey(issue.artifact()),
                                    refuse(ARTIFACT_ALREADY_ACTIVE, "kind", issue.kind())));
            case ReportArtifactLost lost ->
                    Checks.first(
                            () -> award.checkInForce(lost.awardCode(), day),
                            () -> checkHeld(lost.artifact(), award, day));
            case HandInArtifact in ->
                    Checks.first(
                            unless(() -> award.decided() != null, refuse(AWARD_UNKNOWN)),
                            () -> checkHeld(in.artifact(), award, day));
            case WithdrawArtifact out ->
                    Checks.first(
                            unless(() -> award.decided() != null, refuse(AWARD_UNKNOWN)),
                            unless(
                                    () -> award.annulled() || award.stripped(),
                                    refuse(AWARD_NOT_ANNULLED)),
                            () -> award.checkActive(out.artifact(), day));
        };
    }

    private static Optional<Refused> checkHeld(
            ArtifactId artifact, AwardStanding award, LocalDate day) {
        return Checks.first(
                () -> award.checkActive(artifact, day),
                unless(
                        () -> {
                            var item = award.items().get(artifact);
                            return item != null && item.whereabouts() == Whereabouts.HELD;
                        },
                        refuse(ARTIFACT_NOT_ACTIVE, "artifact", artifact)));
    }

    private static Optional<Refused> checkPartOfAward(IssueArtifact issue, State state) {
        // NĐ 98/2023/NĐ-CP: some awards come with money only (Lao động tiên tiến).
        boolean part =
                state.types()
                        .of(issue.awardCode())
                        .map(t -> t.artifacts().contains(issue.kind()))
                        .orElse(false);
        return part
                ? Optional.empty()
                : Optional.of(refuse(ARTIFACT_NOT_PART_OF_AWARD, "kind", issue.kind()));
    }

    private static ArtifactEvent event(ArtifactCommand command) {
        return switch (command) {
            case IssueArtifact c ->
                    new ArtifactIssued(c.artifact(), c.award(), c.kind(), c.serial());
            case ReportArtifactLost c ->
                    new ArtifactReportedLost(c.artifact(), c.award(), c.circumstances());
            case HandInArtifact c ->
                    new ArtifactHandedIn(
                            c.artifact(), c.award(), c.receivedBy(), c.receiptNumber());
            case WithdrawArtifact c -> new ArtifactWithdrawn(c.artifact(), c.award(), c.reason());
        };
    }
}
