package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_ALREADY_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_HANDED_IN;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_LOST;
import static vn.sovang.decider.RefusalCode.ARTIFACT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.AUTHORISATION_MISSING;
import static vn.sovang.decider.RefusalCode.CASE_ALREADY_APPROVED;
import static vn.sovang.decider.RefusalCode.CASE_ALREADY_LISTED;
import static vn.sovang.decider.RefusalCode.CASE_ALREADY_OPEN;
import static vn.sovang.decider.RefusalCode.CASE_INCOMPLETE;
import static vn.sovang.decider.RefusalCode.CASE_NOT_APPROVED;
import static vn.sovang.decider.RefusalCode.CASE_NOT_INCOMPLETE;
import static vn.sovang.decider.RefusalCode.CASE_NOT_LISTED;
import static vn.sovang.decider.RefusalCode.CASE_NOT_REISSUED;
import static vn.sovang.decider.RefusalCode.CASE_SETTLED;
import static vn.sovang.decider.RefusalCode.CASE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.DESIGN_NOT_OF_THE_AWARD;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.ENTITLEMENT_NOT_CONFIRMED;
import static vn.sovang.decider.RefusalCode.READING_UNFIT;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.rule.Items.Item;
import vn.sovang.rule.Items.Whereabouts;
import vn.sovang.rule.ReissueCase.Stage;
import vn.sovang.rule.ReissueCase.Wanted;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Which step a re-issue case may take next. Asked of acts begun in the ledger, which are refused
/// then, and of signed papers, which are recorded as found.
public final class ReissueRules {
    /// Kinds printed on paper; the others are struck or woven.
    private static final Set<ArtifactKind> CERTIFICATES =
            Set.of(ArtifactKind.BANG, ArtifactKind.BANG_CHUNG_NHAN, ArtifactKind.GIAY_KHEN);

    private ReissueRules() {}

    /// What the rules look at.
    ///
    /// @param one the case
    /// @param others cases of the same award
    /// @param file the award and its items; without an award where the case names none
    /// @param named whether the case names an award line
    public record Scene(ReissueCase one, List<ReissueCase> others, AwardFile file, boolean named) {
        public Scene {
            others = List.copyOf(others);
        }
    }

    /// The rule that the event breaks, if it breaks one.
    public static Optional<Refused> check(CaseEvent event, Scene scene, LocalDate day) {
        if (event instanceof ReissueRequested e) {
            return Checks.first(
                    unless(() -> scene.one().stage() == Stage.NONE, refuse(CASE_ALREADY_OPEN)),
                    () -> checkInForce(scene, day),
                    () -> checkRequest(e, scene, day));
        }
        return Checks.first(
                () -> checkProgress(event, scene.one(), day),
                () -> needsStandingAward(event) ? checkInForce(scene, day) : Optional.empty(),
                () -> checkStep(event, scene, day));
    }

    private static Optional<Refused> checkProgress(
            CaseEvent event, ReissueCase one, LocalDate day) {
        boolean over =
                event instanceof ReissueHandedOver
                        ? one.stage() == Stage.HANDED_OVER
                                || one.stage() == Stage.REFUSED
                                || one.stage() == Stage.RETURNED
                        : one.settled();
        return Checks.first(
                unless(() -> one.subject() != null, refuse(CASE_UNKNOWN)),
                unless(() -> !over, refuse(CASE_SETTLED)),
                unless(
                        () -> !day.isBefore(one.lastOn()),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", one.lastOn())));
    }

    /// A case about an annulled award may still be answered, refused and returned.
    private static boolean needsStandingAward(CaseEvent event) {
        return switch (event) {
            case ReissueRequested _,
                    ReissueProposed _,
                    ReissueForwardedUp _,
                    EntitlementConfirmed _,
                    ReissueApproved _,
                    ReissueHandedOver _ ->
                    true;
            case ReissueProposalReturned _,
                    ReissueCompletionRequested _,
                    ReissueCompleted _,
                    EntitlementNotConfirmed _,
                    ReissueRefused _,
                    ReissueFileReturned _ ->
                    false;
        };
    }

    private static Optional<Refused> checkInForce(Scene scene, LocalDate day) {
        return scene.named() ? scene.file().checkInForce(day) : Optional.empty();
    }

    private static Optional<Refused> checkStep(CaseEvent event, Scene scene, LocalDate day) {
        var one = scene.one();
        var units = scene.file().units();
        return switch (event) {
            case ReissueRequested _ -> Optional.empty();
            case ReissueProposed e ->
                    Checks.first(
                            () -> checkUndecided(one),
                            () -> checkComplete(one),
                            unless(
                                    () -> !one.listedBy().containsKey(e.from()),
                                    refuse(CASE_ALREADY_LISTED)),
                            () -> units.check(e.from(), day));
            case ReissueProposalReturned e ->
                    Checks.first(
                            () -> checkUndecided(one),
                            unless(
                                    () -> e.list().equals(one.listedBy().get(e.to())),
                                    refuse(CASE_NOT_LISTED)),
                            () -> units.check(e.by(), day));
            case ReissueCompletionRequested e ->
                    Checks.first(() -> checkUndecided(one), () -> units.check(e.by(), day));
            case ReissueCompleted _ ->
                    one.stage() == Stage.INCOMPLETE
                            ? Optional.empty()
                            : Optional.of(refuse(CASE_NOT_INCOMPLETE));
            case ReissueForwardedUp e ->
                    Checks.first(
                            () -> checkUndecided(one),
                            () -> checkComplete(one),
                            () -> units.check(e.from(), day),
                            () -> units.check(e.to(), day));
            case EntitlementConfirmed e -> checkReply(e.replyDate(), day);
            case EntitlementNotConfirmed e ->
                    Checks.first(() -> checkUndecided(one), () -> checkReply(e.replyDate(), day));
            case ReissueApproved e -> checkApproval(e, scene, day);
            case ReissueRefused e ->
                    Checks.first(() -> checkUndecided(one), () -> units.check(e.authority(), day));
            case ReissueFileReturned e ->
                    Checks.first(() -> checkUndecided(one), () -> units.check(e.by(), day));
            case ReissueHandedOver e ->
                    Checks.first(
                            unless(
                                    () -> one.made().contains(e.artifact()),
                                    refuse(CASE_NOT_REISSUED)),
                            () -> units.check(e.by(), day),
                            () -> checkReceiver(e.receiver()));
        };
    }

    private static Optional<Refused> checkRequest(ReissueRequested e, Scene scene, LocalDate day) {
        var subject = e.subject();
        var application = e.application();
        return Checks.first(
                () -> scene.file().units().check(e.receivedBy(), day),
                () -> checkReading(subject, scene),
                unless(
                        () ->
                                scene.others().stream()
                                        .noneMatch(o -> o.open() && sameKind(o, subject.kind())),
                        refuse(CASE_ALREADY_OPEN)),
                unless(
                        () -> application == null || application.applicant().authorised(),
                        refuse(AUTHORISATION_MISSING)),
                () -> checkItems(e, scene, day));
    }

    private static boolean sameKind(ReissueCase other, ReissueKind kind) {
        var subject = other.subject();
        return subject != null && subject.kind() == kind;
    }

    /// What *cấp mới* means is told of first issues only; what asks for a new award does not name
    /// one that was decided.
    private static Optional<Refused> checkReading(Subject subject, Scene scene) {
        boolean first = subject.kind() == ReissueKind.FIRST_ISSUE;
        boolean told = subject.reading() != null;
        boolean newAward = subject.reading() == FirstIssueReading.KHEN_MOI;
        return first == told && !(newAward && scene.named())
                ? Optional.empty()
                : Optional.of(refuse(READING_UNFIT));
    }

    private static Optional<Refused> checkItems(ReissueRequested e, Scene scene, LocalDate day) {
        if (!scene.named()) {
            return Optional.empty();
        }
        for (var wanted : ReissueCase.wantedBy(e)) {
            var refused =
                    Checks.first(
                            () -> scene.file().checkPart(e.subject().awardCode(), wanted.kind()),
                            () -> checkOldItem(e.subject().kind(), wanted, scene.file(), day));
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /// An exchange needs the old item in hand (NĐ 98/2023/NĐ-CP Điều 114); a re-issue needs it
    /// reported lost (Điều 115); a first issue has none. The new one is the only one, and not there
    /// before the old one is gone.
    private static Optional<Refused> checkOldItem(
            ReissueKind kind, Wanted wanted, AwardFile file, LocalDate day) {
        if (kind == ReissueKind.FIRST_ISSUE) {
            return file.items().hasActive(wanted.kind())
                    ? Optional.of(refuse(ARTIFACT_ALREADY_ACTIVE, "kind", wanted.kind()))
                    : Optional.empty();
        }
        var old = wanted.old();
        var item = old == null ? null : file.items().byId().get(old);
        if (old == null || item == null) {
            return Optional.of(refuse(ARTIFACT_UNKNOWN));
        }
        return Checks.first(
                unless(
                        () -> !item.replaced() && !file.items().hasActiveBeside(old),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", wanted.kind())),
                () -> checkOutOfHand(kind, item),
                unless(
                        () -> !day.isBefore(item.since()),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", item.since())));
    }

    private static Optional<Refused> checkOutOfHand(ReissueKind kind, Item item) {
        return switch (kind) {
            case EXCHANGE ->
                    item.where() == Whereabouts.HANDED_IN
                            ? Optional.empty()
                            : Optional.of(refuse(ARTIFACT_NOT_HANDED_IN));
            case REISSUE ->
                    item.where() == Whereabouts.LOST
                            ? Optional.empty()
                            : Optional.of(refuse(ARTIFACT_NOT_LOST));
            case FIRST_ISSUE -> Optional.empty();
        };
    }

    private static Optional<Refused> checkUndecided(ReissueCase one) {
        return one.stage() == Stage.APPROVED
                ? Optional.of(refuse(CASE_ALREADY_APPROVED))
                : Optional.empty();
    }

    private static Optional<Refused> checkComplete(ReissueCase one) {
        return one.stage() == Stage.INCOMPLETE
                ? Optional.of(refuse(CASE_INCOMPLETE))
                : Optional.empty();
    }

    /// A reply is not known before it is written.
    private static Optional<Refused> checkReply(LocalDate reply, LocalDate day) {
        return day.isBefore(reply)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", reply))
                : Optional.empty();
    }

    private static Optional<Refused> checkApproval(ReissueApproved e, Scene scene, LocalDate day) {
        // What the ministry re-issues must stand in the archive: a reply with number, day and name.
        var file = scene.file();
        boolean stateLevel =
                file.type(file.code()).map(t -> !t.stateLevel().equals("NO")).orElse(true);
        return Checks.first(
                () -> checkUndecided(scene.one()),
                () -> checkComplete(scene.one()),
                () -> file.units().check(e.authority(), day),
                unless(
                        () -> !stateLevel || scene.one().confirmed(),
                        refuse(ENTITLEMENT_NOT_CONFIRMED)));
    }

    private static Optional<Refused> checkReceiver(Claimant receiver) {
        boolean settled = receiver.relation() == KeeperRelation.SELF || receiver.noDispute();
        return receiver.authorised() && settled
                ? Optional.empty()
                : Optional.of(refuse(AUTHORISATION_MISSING));
    }

    /// The rule that a new item breaks, if it breaks one.
    public static Optional<Refused> check(ArtifactReissued e, Scene scene, LocalDate day) {
        var one = scene.one();
        var file = scene.file();
        var subject = one.subject();
        if (subject == null) {
            return Optional.of(refuse(CASE_UNKNOWN));
        }
        return Checks.first(
                unless(() -> !one.settled(), refuse(CASE_SETTLED)),
                unless(
                        () -> !day.isBefore(one.lastOn()),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", one.lastOn())),
                () -> file.checkInForce(day),
                unless(() -> one.stage() == Stage.APPROVED, refuse(CASE_NOT_APPROVED)),
                unless(
                        () -> one.find(e.kind(), e.replaces()).isPresent(),
                        refuse(ARTIFACT_UNKNOWN)),
                unless(
                        () -> file.items().of(e.artifact()).isEmpty(),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", e.kind())),
                () -> checkOldItem(subject.kind(), new Wanted(e.kind(), e.replaces()), file, day),
                () -> checkDesign(e, file));
    }

    /// A re-made certificate bears design, seal and signature of the time of the award (NĐ
    /// 98/2023/NĐ-CP Điều 114–115); medals follow today's pattern.
    private static Optional<Refused> checkDesign(ArtifactReissued e, AwardFile file) {
        var decided = file.decidedOn();
        return e.designAsOf() == null
                        || decided == null
                        || !CERTIFICATES.contains(e.kind())
                        || e.designAsOf().equals(decided)
                ? Optional.empty()
                : Optional.of(refuse(DESIGN_NOT_OF_THE_AWARD, "day", decided));
    }

    /// The day whose design a new item bears where nothing is told: of a certificate the day of the
    /// award, of a medal none.
    public static @Nullable LocalDate designOf(ArtifactKind kind, AwardFile file) {
        return CERTIFICATES.contains(kind) ? file.decidedOn() : null;
    }

    /// The offices an event names, whose lives the rules ask for.
    public static Set<UnitId> offices(CaseEvent event) {
        return switch (event) {
            case ReissueRequested e -> Set.of(e.receivedBy());
            case ReissueProposed e -> Set.of(e.from());
            case ReissueProposalReturned e -> Set.of(e.by());
            case ReissueCompletionRequested e -> Set.of(e.by());
            case ReissueForwardedUp e -> Set.copyOf(List.of(e.from(), e.to()));
            case ReissueApproved e -> Set.of(e.authority());
            case ReissueRefused e -> Set.of(e.authority());
            case ReissueFileReturned e -> Set.of(e.by());
            case ReissueHandedOver e -> Set.of(e.by());
            case ReissueCompleted _, EntitlementConfirmed _, EntitlementNotConfirmed _ -> Set.of();
        };
    }
}
