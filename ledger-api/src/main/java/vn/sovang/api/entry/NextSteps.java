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
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.NominationId;

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
        var key = "entry." + step.command();
        return new Next(
                step.address(thing), texts.text(key + ".title"), texts.has(key + ".consequences"));
    }

    private static Set<Step> lawful(Id thing, Register register) {
        return switch (thing) {
            case CaseId id -> register.reissueCase(id).map(NextSteps::of).orElse(Set.of());
            case AwardId id -> register.award(id).map(row -> of(row, register)).orElse(Set.of());
            case ArtifactId id -> register.artifact(id).map(NextSteps::of).orElse(Set.of());
            case NominationId id -> register.nomination(id).map(NextSteps::of).orElse(Set.of());
            default -> Set.of();
        };
    }

    private static Set<Step> of(ReissueCaseRow row) {
        if (row.subject().award() == null) {
            return Set.of();
        }
        return switch (row.status()) {
            case RECEIVED, REVIEWED_PROPOSED, FORWARDED, INSUFFICIENT ->
                    EnumSet.of(
                            Step.ASK_PAPERS,
                            Step.FORWARD,
                            Step.CONFIRM,
                            Step.NOT_CONFIRM,
                            Step.APPROVE,
                            Step.REFUSE,
                            Step.RETURN_FILE);
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

    private static Set<Step> of(AwardRow row, Register register) {
        if (row.status() != AwardStatus.IN_FORCE) {
            return Set.of();
        }
        var steps = EnumSet.of(Step.REQUEST, Step.ANNUL);
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
        return steps;
    }

    private static Set<Step> of(ArtifactRow row) {
        return switch (row.status()) {
            case ISSUED, FOUND, RETURNED -> EnumSet.of(Step.DAMAGED, Step.LOST, Step.HAND_IN);
            case DAMAGED -> EnumSet.of(Step.LOST, Step.HAND_IN);
            case LOST, HANDED_IN, REPLACED, WITHDRAWN, DESTROYED -> Set.of();
        };
    }

    private static Set<Step> of(NominationRow row) {
        return switch (row.status()) {
            case FILED, RETURNED -> EnumSet.of(Step.WITHDRAW);
            case SUBMITTED, FORWARDED -> EnumSet.of(Step.RECEIVE);
            case IN_APPRAISAL -> EnumSet.of(Step.APPRAISE);
            case APPRAISED -> EnumSet.of(Step.VOTE);
            case COUNCIL_VOTED, REJECTED, WITHDRAWN, DECIDED -> Set.of();
        };
    }
}
