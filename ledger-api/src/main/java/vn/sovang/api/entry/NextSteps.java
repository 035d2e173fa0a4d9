package vn.sovang.api.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.rule.StateHonours;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// The steps a thing may take next, for whoever looks at it (*bước tiếp theo*). What is offered is
/// what the state of the thing and the role allow; whether it is done, the ledger says.
@Component
public class NextSteps {
    private final Entitlement entitlement;

    NextSteps(Entitlement entitlement) {
        this.entitlement = entitlement;
    }

    /// One step, as a button.
    ///
    /// @param grave it cannot be taken back
    public record Next(String page, String words, boolean grave) {}

    /// For the page of a thing.
    public List<Next> of(Id thing, Register register, SignedIn who, Messages texts) {
        return lawful(thing, register).stream()
                .map(step -> next(step, thing.value(), texts))
                .filter(next -> entitlement.admits("GET", next.page(), who))
                .toList();
    }

    private static Next next(Step step, UUID thing, Messages texts) {
        var key = "entry." + step.form();
        return new Next(
                step.address(thing), texts.text(key + ".title"), texts.has(key + ".consequences"));
    }

    private static Set<Step> lawful(Id thing, Register register) {
        return switch (thing) {
            case CaseId id -> register.reissueCase(id).map(NextSteps::of).orElse(Set.of());
            case AwardId id -> register.award(id).map(row -> of(row, register)).orElse(Set.of());
            case ArtifactId id -> register.artifact(id).map(NextSteps::of).orElse(Set.of());
            case NominationId id -> register.nomination(id).map(NextSteps::of).orElse(Set.of());
            case DecisionId id ->
                    register.decision(id).isPresent() ? EnumSet.of(Step.CORRECT) : Set.of();
            case RecipientId id ->
                    register.recipient(id).map(row -> of(row, register)).orElse(Set.of());
            case UnitId id -> register.unit(id).map(NextSteps::of).orElse(Set.of());
            default -> Set.of();
        };
    }

    private static Set<Step> of(ReissueCaseRow row) {
        if (row.subject().award() == null) {
            return Set.of();
        }
        return switch (row.status()) {
            case REVIEWED_PROPOSED -> {
                var steps = undecided();
                steps.add(Step.RETURN_LIST);
                yield steps;
            }
            case RECEIVED, FORWARDED, INSUFFICIENT -> undecided();
            case COMPLETION_REQUESTED ->
                    EnumSet.of(
                            Step.COMPLETE_FILE,
                            Step.CONFIRM,
                            Step.NOT_CONFIRM,
                            Step.REFUSE,
                            Step.RETURN_FILE);
            case APPROVED ->
                    row.newArtifact() == null
                            ? EnumSet.of(Step.REISSUE)
                            : EnumSet.of(Step.REISSUE, Step.HAND_OVER);
            case REISSUED -> EnumSet.of(Step.HAND_OVER);
            case HANDED_OVER, REFUSED, RETURNED -> Set.of();
        };
    }

    private static EnumSet<Step> undecided() {
        return EnumSet.of(
                Step.ASK_PAPERS,
                Step.FORWARD,
                Step.CONFIRM,
                Step.NOT_CONFIRM,
                Step.APPROVE,
                Step.REFUSE,
                Step.RETURN_FILE);
    }

    private static Set<Step> of(AwardRow row, Register register) {
        var steps = EnumSet.of(Step.CORRECT_NAME, Step.CORRECT_LINE, Step.STRIKE_LINE);
        switch (row.status()) {
            case IN_FORCE -> inForce(row, register, steps);
            case ANNULLED -> {
                steps.add(Step.REVOKE);
                if (row.prizePaid() > row.prizeRecovered()) {
                    steps.add(Step.RECOVER);
                }
            }
            case STRIPPED -> steps.add(Step.RESTORE);
            case STRUCK -> steps.clear();
        }
        return steps;
    }

    private static void inForce(AwardRow row, Register register, Set<Step> steps) {
        steps.add(Step.REQUEST);
        steps.add(Step.ANNUL);
        if (row.presentedOn() == null) {
            steps.add(Step.PRESENT);
        }
        if (row.prizePaid() == row.prizeRecovered()) {
            steps.add(Step.PAY);
        }
        if (StateHonours.holds(row.line().award())) {
            steps.add(Step.STRIP);
        }
        boolean itemsLeft =
                register.awardTypes().stream()
                        .filter(type -> type.code().equals(row.line().award()))
                        .flatMap(type -> type.artifacts().stream())
                        .anyMatch(kind ->
                                register.artifactsOf(row.id()).stream()
                                        .noneMatch(item -> item.kind() == kind));
        if (itemsLeft) {
            steps.add(Step.ISSUE);
        }
    }

    private static Set<Step> of(ArtifactRow row) {
        return switch (row.status()) {
            case ISSUED, FOUND, RETURNED ->
                    EnumSet.of(Step.DAMAGED, Step.LOST, Step.KEEPER, Step.HAND_IN, Step.TAKE_BACK);
            case DAMAGED -> EnumSet.of(Step.LOST, Step.KEEPER, Step.HAND_IN, Step.TAKE_BACK);
            case LOST -> EnumSet.of(Step.FOUND);
            case HANDED_IN ->
                    EnumSet.of(Step.TRANSFER, Step.GIVE_BACK, Step.TAKE_BACK, Step.DESTROY);
            case REPLACED -> EnumSet.of(Step.TRANSFER, Step.DESTROY);
            case WITHDRAWN -> EnumSet.of(Step.TRANSFER, Step.DESTROY);
            case DESTROYED -> Set.of();
        };
    }

    private static Set<Step> of(NominationRow row) {
        var steps =
                switch (row.status()) {
                    case FILED -> EnumSet.of(Step.WITHDRAW);
                    case RETURNED -> EnumSet.of(Step.WITHDRAW, Step.COMPLETE_DOSSIER, Step.REJECT);
                    case SUBMITTED, FORWARDED ->
                            EnumSet.of(Step.RECEIVE, Step.RETURN_DOSSIER, Step.REJECT);
                    case IN_APPRAISAL ->
                            EnumSet.of(
                                    Step.APPRAISE,
                                    Step.RETURN_DOSSIER,
                                    Step.ASK_OPINION,
                                    Step.OPINION,
                                    Step.PUBLISH,
                                    Step.OBJECTION,
                                    Step.REJECT);
                    case APPRAISED -> EnumSet.of(Step.VOTE, Step.OBJECTION, Step.REJECT);
                    case COUNCIL_VOTED -> EnumSet.of(Step.OBJECTION, Step.REJECT);
                    case REJECTED, WITHDRAWN, DECIDED -> EnumSet.noneOf(Step.class);
                };
        if (row.dossier().openObjections() > 0) {
            steps.add(Step.RESOLVE);
        }
        return steps;
    }

    private static Set<Step> of(RecipientRow row, Register register) {
        if (row.erasedOn() != null) {
            return Set.of();
        }
        var steps =
                EnumSet.of(
                        Step.CORRECT_RECIPIENT,
                        Step.CONTACT,
                        Step.JOIN,
                        Step.ERASE,
                        Step.REFUSE_ERASURE,
                        row.restricted() ? Step.LIFT : Step.RESTRICT);
        if (register.sameAs(row.id()).size() > 1) {
            steps.add(Step.SEPARATE);
        }
        return steps;
    }

    private static Set<Step> of(UnitRow row) {
        return row.endedOn() != null
                ? EnumSet.of(Step.COMPETENCE)
                : EnumSet.of(
                        Step.RENAME, Step.RECODE, Step.MOVE, Step.MERGE, Step.SPLIT, Step.ABOLISH);
    }
}
