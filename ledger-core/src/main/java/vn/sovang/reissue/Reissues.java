package vn.sovang.reissue;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_ALREADY_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_HANDED_IN;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_LOST;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_PART_OF_AWARD;
import static vn.sovang.decider.RefusalCode.ARTIFACT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.CASE_ALREADY_OPEN;
import static vn.sovang.decider.RefusalCode.CASE_NOT_APPROVED;
import static vn.sovang.decider.RefusalCode.CASE_SETTLED;
import static vn.sovang.decider.RefusalCode.CASE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.ENTITLEMENT_NOT_CONFIRMED;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.AwardStanding.Whereabouts;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ReissueKind;

/// Decides about re-issue cases begun in the ledger. The gate for state-level items is asked at
/// approval (R4): sending a case up without the archive's reply is allowed.
public final class Reissues implements Decider<ReissueCommand, ReissueState> {
    @Override
    public Class<ReissueCommand> command() {
        return ReissueCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ReissueCommand command) {
        var caseEvents =
                TagQuery.of(
                        command.reissueCase().tag(),
                        ReissueRequested.class,
                        EntitlementConfirmed.class,
                        ReissueApproved.class,
                        ArtifactReissued.class);
        var award = AwardStanding.of(command.award());
        var type = AwardTypes.definitionOf(command.awardCode());
        return switch (command) {
            case RequestReissue c -> Set.of(caseEvents, award, type, Units.lifeOf(c.receivedBy()));
            case ApproveReissue c -> Set.of(caseEvents, award, type, Units.lifeOf(c.authority()));
            case ConfirmEntitlement _, ReissueArtifact _ -> Set.of(caseEvents, award, type);
        };
    }

    @Override
    public ReissueState initial() {
        return ReissueState.EMPTY;
    }

    @Override
    public ReissueState evolve(ReissueState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(ReissueCommand command, ReissueState state) {
        var day = command.origin().effectiveOn();
        return Checks.first(
                        unless(
                                () -> !command.origin().inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", day)),
                        () -> checkProgress(command, state, day),
                        () -> state.award().checkInForce(command.awardCode(), day),
                        () -> check(command, state, day))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(event(command, state))));
    }

    private static Optional<Refused> checkProgress(
            ReissueCommand command, ReissueState state, LocalDate day) {
        if (command instanceof RequestReissue) {
            return state.requested() == null
                    ? Optional.empty()
                    : Optional.of(refuse(CASE_ALREADY_OPEN));
        }
        return Checks.first(
                unless(() -> state.requested() != null, refuse(CASE_UNKNOWN)),
                unless(() -> !state.settled(), refuse(CASE_SETTLED)),
                unless(
                        () -> !day.isBefore(state.lastOn()),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", state.lastOn())));
    }

    private static Optional<Refused> check(
            ReissueCommand command, ReissueState state, LocalDate day) {
        return switch (command) {
            case RequestReissue c -> checkRequest(c, state, day);
            case ConfirmEntitlement _ -> Optional.empty();
            case ApproveReissue c -> checkApproval(c, state, day);
            case ReissueArtifact c -> checkNewItem(c, state);
        };
    }

    private static Optional<Refused> checkRequest(
            RequestReissue c, ReissueState state, LocalDate day) {
        var subject = c.subject();
        return Checks.first(
                () -> state.units().check(c.receivedBy(), day),
                unless(
                        () ->
                                state.types()
                                        .of(subject.awardCode())
                                        .map(t -> t.artifacts().contains(subject.artifactKind()))
                                        .orElse(false),
                        refuse(ARTIFACT_NOT_PART_OF_AWARD, "kind", subject.artifactKind())),
                () -> checkOldItem(subject.kind(), subject.artifact(), state));
    }

    private static Optional<Refused> checkApproval(
            ApproveReissue c, ReissueState state, LocalDate day) {
        // R4: what BNV re-issues must stand in the archive: a reply with number, date and name.
        boolean stateLevel =
                state.types().of(c.awardCode()).map(t -> !t.stateLevel().equals("NO")).orElse(true);
        return Checks.first(
                () -> state.units().check(c.authority(), day),
                unless(() -> !stateLevel || state.confirmed(), refuse(ENTITLEMENT_NOT_CONFIRMED)));
    }

    private static Optional<Refused> checkNewItem(ReissueArtifact c, ReissueState state) {
        var subject = Objects.requireNonNull(state.requested()).subject();
        return Checks.first(
                unless(state::approved, refuse(CASE_NOT_APPROVED)),
                unless(
                        () -> !state.award().items().containsKey(c.artifact()),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", subject.artifactKind())),
                () -> checkOldItem(subject.kind(), subject.artifact(), state),
                unless(
                        () ->
                                subject.kind() != ReissueKind.FIRST_ISSUE
                                        || !state.award().hasActive(subject.artifactKind()),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", subject.artifactKind())));
    }

    /// An exchange needs the old item in hand; a re-issue needs it reported lost; a first issue has
    /// none.
    private static Optional<Refused> checkOldItem(
            ReissueKind kind, @Nullable ArtifactId old, ReissueState state) {
        if (kind == ReissueKind.FIRST_ISSUE) {
            return Optional.empty();
        }
        var item = old == null ? null : state.award().items().get(old);
        if (item == null) {
            return Optional.of(refuse(ARTIFACT_UNKNOWN));
        }
        return switch (kind) {
            case EXCHANGE ->
                    item.whereabouts() == Whereabouts.HANDED_IN
                            ? Optional.empty()
                            : Optional.of(refuse(ARTIFACT_NOT_HANDED_IN));
            case REISSUE ->
                    item.whereabouts() == Whereabouts.LOST
                            ? Optional.empty()
                            : Optional.of(refuse(ARTIFACT_NOT_LOST));
            case FIRST_ISSUE -> Optional.empty();
        };
    }

    private static LedgerEvent event(ReissueCommand command, ReissueState state) {
        return switch (command) {
            case RequestReissue c ->
                    new ReissueRequested(c.reissueCase(), c.receivedBy(), c.subject());
            case ConfirmEntitlement c ->
                    new EntitlementConfirmed(
                            c.reissueCase(),
                            c.award(),
                            c.holder(),
                            c.replyNumber(),
                            c.replyDate(),
                            c.grade());
            case ApproveReissue c -> new ReissueApproved(c.reissueCase(), c.award(), c.authority());
            case ReissueArtifact c -> {
                var subject = Objects.requireNonNull(state.requested()).subject();
                yield new ArtifactReissued(
                        c.artifact(),
                        subject.artifact(),
                        c.reissueCase(),
                        c.award(),
                        subject.artifactKind(),
                        c.serial(),
                        c.designAsOf());
            }
        };
    }
}
