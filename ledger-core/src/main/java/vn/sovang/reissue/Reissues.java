package vn.sovang.reissue;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.CASE_SETTLED;
import static vn.sovang.decider.RefusalCode.CASE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.rule.Checks.unless;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.CompleteReissueFile;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ForwardReissue;
import vn.sovang.reissue.ReissueCommand.HandOverArtifact;
import vn.sovang.reissue.ReissueCommand.RefuseReissue;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.ReportEntitlementNotConfirmed;
import vn.sovang.reissue.ReissueCommand.RequestCompletion;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.reissue.ReissueCommand.ReturnReissueFile;
import vn.sovang.rule.AwardFile;
import vn.sovang.rule.Checks;
import vn.sovang.rule.ReissueCase;
import vn.sovang.rule.ReissueCase.Wanted;
import vn.sovang.rule.ReissueRules;
import vn.sovang.rule.ReissueRules.Scene;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.UnitId;

/// Decides about re-issue cases begun in the ledger. The gate for state-level items is asked at
/// approval: sending a case up without the archive's reply is allowed.
public final class Reissues implements Decider<ReissueCommand, ReissueState> {
    @Override
    public Class<ReissueCommand> command() {
        return ReissueCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ReissueCommand command) {
        var queries = new HashSet<>(AwardFile.of(command.award(), command.awardCode()));
        queries.add(ReissueCase.under(command.reissueCase().tag()));
        if (command instanceof RequestReissue) {
            queries.add(ReissueCase.under(command.award().tag()));
        }
        offices(command).forEach(office -> queries.add(Units.lifeOf(office)));
        return queries;
    }

    private static Set<UnitId> offices(ReissueCommand command) {
        return command instanceof ReissueArtifact
                ? Set.of()
                : ReissueRules.offices(caseEvent(command));
    }

    @Override
    public ReissueState initial() {
        return new ReissueState();
    }

    @Override
    public ReissueState evolve(ReissueState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(ReissueCommand command, ReissueState state) {
        var origin = command.origin();
        var scene = state.scene(command.reissueCase(), command.award());
        return Checks.first(
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> scene.file().checkNamed(command.awardCode()),
                        () -> checkNamed(command, scene),
                        () -> check(command, scene))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event(command, scene))));
    }

    /// A step names the award its case is about.
    private static Optional<Refused> checkNamed(ReissueCommand command, Scene scene) {
        var subject = scene.one().subject();
        return subject == null || command.award().equals(subject.award())
                ? Optional.empty()
                : Optional.of(refuse(CASE_UNKNOWN));
    }

    private static Optional<Refused> check(ReissueCommand command, Scene scene) {
        var day = command.origin().effectiveOn();
        if (command instanceof ReissueArtifact c) {
            return Checks.first(
                    unless(() -> scene.one().subject() != null, refuse(CASE_UNKNOWN)),
                    unless(() -> !scene.one().settled(), refuse(CASE_SETTLED)),
                    () -> ReissueRules.check(newItem(c, scene), scene, day));
        }
        return ReissueRules.check(caseEvent(command), scene, day);
    }

    private static LedgerEvent event(ReissueCommand command, Scene scene) {
        return command instanceof ReissueArtifact c ? newItem(c, scene) : caseEvent(command);
    }

    private static ArtifactReissued newItem(ReissueArtifact c, Scene scene) {
        var wanted = wanted(c, scene.one());
        var told = c.designAsOf();
        return new ArtifactReissued(
                c.artifact(),
                wanted.old(),
                c.reissueCase(),
                c.award(),
                wanted.kind(),
                c.serial(),
                told == null ? ReissueRules.designOf(wanted.kind(), scene.file()) : told,
                c.goldenBook());
    }

    /// The item of the case that the command means; a kind the case does not ask for is refused.
    private static Wanted wanted(ReissueArtifact c, ReissueCase one) {
        var kind = c.kind();
        return kind == null
                ? one.wanted().getFirst()
                : one.wanted().stream()
                        .filter(w -> w.kind() == kind)
                        .findFirst()
                        .orElse(new Wanted(kind, null));
    }

    private static CaseEvent caseEvent(ReissueCommand command) {
        return switch (command) {
            case RequestReissue c ->
                    new ReissueRequested(
                            c.reissueCase(), c.receivedBy(), c.subject(), c.application());
            case RequestCompletion c ->
                    new ReissueCompletionRequested(c.reissueCase(), c.award(), c.by(), c.missing());
            case CompleteReissueFile c -> new ReissueCompleted(c.reissueCase(), c.award());
            case ForwardReissue c ->
                    new ReissueForwardedUp(c.reissueCase(), c.award(), c.from(), c.to());
            case ConfirmEntitlement c ->
                    new EntitlementConfirmed(
                            c.reissueCase(),
                            c.award(),
                            c.holder(),
                            c.replyNumber(),
                            c.replyDate(),
                            c.grade());
            case ReportEntitlementNotConfirmed c ->
                    new EntitlementNotConfirmed(
                            c.reissueCase(),
                            c.award(),
                            c.holder(),
                            c.replyNumber(),
                            c.replyDate(),
                            c.missing(),
                            c.grade());
            case ApproveReissue c -> new ReissueApproved(c.reissueCase(), c.award(), c.authority());
            case RefuseReissue c ->
                    new ReissueRefused(c.reissueCase(), c.award(), c.authority(), c.reasons());
            case ReturnReissueFile c ->
                    new ReissueFileReturned(c.reissueCase(), c.award(), c.by(), c.reason());
            case HandOverArtifact c ->
                    new ReissueHandedOver(
                            c.reissueCase(), c.award(), c.artifact(), c.by(), c.receiver());
            case ReissueArtifact c ->
                    throw new IllegalStateException("a new item is no step of the case: " + c);
        };
    }
}
