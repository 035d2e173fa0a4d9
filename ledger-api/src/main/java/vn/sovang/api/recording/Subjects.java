package vn.sovang.api.recording;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sovang.Ledger;
import vn.sovang.anomaly.ExplanationCommand.ExplainAnomaly;
import vn.sovang.artifact.ArtifactCommand;
import vn.sovang.award.AwardCommand;
import vn.sovang.decider.Command;
import vn.sovang.decider.TagQuery;
import vn.sovang.decision.CorrectDecision;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.inspection.InspectionCommand.RecordFinding;
import vn.sovang.nomination.AppraisalCommand.ConcludeAppraisal;
import vn.sovang.nomination.AppraisalCommand.ReceiveObjection;
import vn.sovang.nomination.AppraisalCommand.ReceiveOpinion;
import vn.sovang.nomination.AppraisalCommand.RejectNomination;
import vn.sovang.reissue.ReissueCommand;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.survey.SurveyCommand.RecordSurveyedItem;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.NominationId;

/// Under whose key the personal texts of a command are sealed (R24): the recipient's the command is
/// about, unless the request names a contact.
final class Subjects {
    private final Ledger ledger;

    Subjects(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Empty where the command is about nobody the ledger knows.
    Optional<UUID> of(Command command) {
        return switch (command) {
            case ConcludeAppraisal c -> Optional.of(c.recipient().value());
            case RequestReissue c -> Optional.of(c.subject().recipient().value());
            case RecordSurveyedItem c -> Optional.of(c.event().recipient().value());
            case ReceiveOpinion c -> of(c.nomination());
            case ReceiveObjection c -> of(c.nomination());
            case RejectNomination c -> of(c.nomination());
            case AwardCommand c -> of(c.award());
            case ArtifactCommand c -> of(c.award());
            case ReissueCommand c -> of(c.award());
            case CorrectDecision c -> {
                var award = c.award();
                yield award == null ? Optional.empty() : of(award);
            }
            case RecordFinding c when c.about() instanceof InspectedMatter.OfAward(var award) ->
                    of(award);
            case ExplainAnomaly c -> ofThing(c.event().finding().thing());
            default -> Optional.empty();
        };
    }

    private Optional<UUID> of(AwardId award) {
        return first(TagQuery.of(award.tag(), AwardDecided.class));
    }

    private Optional<UUID> of(NominationId nomination) {
        return first(TagQuery.of(nomination.tag(), NominationFiled.class));
    }

    private Optional<UUID> ofThing(String tag) {
        return tag.startsWith("recipient:")
                ? first(TagQuery.of(tag, RecipientRegistered.class))
                : first(TagQuery.of(tag, AwardDecided.class, NominationFiled.class));
    }

    /// Whether somebody bears the identity: a recipient, or a contact of one.
    boolean isKnown(UUID subject) {
        return first(TagQuery.of("recipient:" + subject, RecipientRegistered.class)).isPresent()
                || first(TagQuery.of("subject:" + subject, ContactRecorded.class)).isPresent();
    }

    private Optional<UUID> first(TagQuery query) {
        return ledger.read(Set.of(query)).stream()
                .flatMap(recorded -> subject(recorded.fact().event()).stream())
                .findFirst();
    }

    private static Optional<UUID> subject(LedgerEvent event) {
        return switch (event) {
            case AwardDecided decided -> Optional.of(decided.line().recipient().value());
            case NominationFiled filed -> Optional.of(filed.line().recipient().value());
            case RecipientRegistered registered -> Optional.of(registered.recipient().value());
            case ContactRecorded contact -> Optional.of(contact.subject().value());
            default -> Optional.empty();
        };
    }
}
