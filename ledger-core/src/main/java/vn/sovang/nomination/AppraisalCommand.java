package vn.sovang.nomination;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.ObjectionOutcome;
import vn.sovang.vocabulary.OpinionStance;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RejectionGround;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about dossiers that were sent up, from receipt to the council's vote (*tiếp
/// nhận, thẩm định, xét*).
public sealed interface AppraisalCommand extends Command {
    /// Takes a dossier in for appraisal (*tiếp nhận*).
    record ReceiveDossier(
            Origin origin,
            NominationId nomination,
            UnitId receivedBy,
            Procedure procedure,
            String regime,
            @Nullable String regimeReason)
            implements AppraisalCommand {}

    /// Sends a dossier back for missing papers (*trả lại, bổ sung*).
    record ReturnDossier(
            Origin origin, NominationId nomination, UnitId returnedBy, List<DossierPaper> missing)
            implements AppraisalCommand {
        public ReturnDossier {
            missing = List.copyOf(missing);
        }
    }

    /// Sends what was missing (*hoàn thiện hồ sơ*).
    record CompleteDossier(Origin origin, NominationId nomination, List<DossierPaper> added)
            implements AppraisalCommand {
        public CompleteDossier {
            added = List.copyOf(added);
        }
    }

    /// Asks another body (*lấy ý kiến*).
    record RequestOpinion(
            Origin origin, NominationId nomination, String body, @Nullable LocalDate replyDue)
            implements AppraisalCommand {}

    /// Records what it answered.
    record ReceiveOpinion(
            Origin origin,
            NominationId nomination,
            String body,
            OpinionStance stance,
            @Nullable Sealed text)
            implements AppraisalCommand {}

    /// Records that a list was published for comments (*công khai*).
    record PublishList(
            Origin origin, List<NominationId> nominations, String medium, @Nullable LocalDate until)
            implements AppraisalCommand {
        public PublishList {
            nominations = List.copyOf(nominations);
        }
    }

    /// Records an objection (*phản ánh*).
    record ReceiveObjection(Origin origin, NominationId nomination, @Nullable Sealed content)
            implements AppraisalCommand {}

    /// Records what became of it.
    record ResolveObjection(
            Origin origin, NominationId nomination, int objection, ObjectionOutcome outcome)
            implements AppraisalCommand {}

    /// Concludes the appraisal (*thẩm định*).
    ///
    /// @param recipient of the nomination, whose earlier awards the checks look at
    record ConcludeAppraisal(
            Origin origin,
            NominationId nomination,
            RecipientId recipient,
            UnitId appraisedBy,
            AppraisalResult result,
            @Nullable Sealed opinion,
            DossierFigures figures)
            implements AppraisalCommand {}

    /// Records a session of the council (*Hội đồng bỏ phiếu*). The origin's document is the
    /// minutes.
    record RecordCouncilVotes(Origin origin, UnitId council, List<Vote> votes)
            implements AppraisalCommand {
        /// The votes on one line.
        public record Vote(NominationId nomination, Ballot ballot) {}

        public RecordCouncilVotes {
            votes = List.copyOf(votes);
        }
    }

    /// Ends a nomination that came to nothing (*không đạt*).
    record RejectNomination(
            Origin origin,
            NominationId nomination,
            UnitId by,
            RejectionGround ground,
            @Nullable Sealed note)
            implements AppraisalCommand {}
}
