package vn.sovang.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.EligibilityCheck;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.ObjectionOutcome;
import vn.sovang.vocabulary.OpinionStance;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RejectionGround;
import vn.sovang.vocabulary.RuleResult;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// The life of a nomination (*đề nghị khen thưởng*), Luật Thi đua, khen thưởng 2022 Điều 83–84.
public sealed interface NominationEvent extends LedgerEvent {
    /// A body drew up a nomination (*lập đề nghị*). Not yet a proposal to anybody.
    ///
    /// Corrected by [NominationWithdrawn] and a new [NominationFiled] while no higher authority has
    /// it.
    record NominationFiled(NominationId nomination, UnitId proposingUnit, AwardLine line)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, proposingUnit, line.recipient(), line.recipientUnit());
        }
    }

    /// A body gave up its nomination before any higher authority had it (*rút đề nghị*).
    ///
    /// Corrected by a new [NominationFiled].
    record NominationWithdrawn(NominationId nomination, String reason) implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// A body sent a list to a higher authority (*tờ trình*). The lines are events of their own, in
    /// the same append.
    ///
    /// Corrected by [DossierReturnedForCompletion] for each line that should not stand on it; the
    /// list stays as it was sent.
    record NominationListSubmitted(ListId list, UnitId from, @Nullable UnitId to, int lineCount)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(list, from, to);
        }
    }

    /// One nomination stands on a list that its own proposer sent up (*đã trình*).
    ///
    /// Corrected by [DossierReturnedForCompletion], after which the proposer completes it or takes
    /// it back.
    ///
    /// @param lineNumber place on the list, from 1
    record NominationSubmitted(
            NominationId nomination,
            ListId list,
            int lineNumber,
            UnitId from,
            @Nullable UnitId to,
            AwardLine line)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, list, from, line.recipient(), line.recipientUnit());
        }
    }

    /// A higher authority put a nomination that it had received on a list of its own (*chuyển cấp
    /// trên*). It counts for that authority, never again for the first.
    ///
    /// Corrected by [DossierReturnedForCompletion] or [NominationRejected] of the body that
    /// received it.
    record NominationForwardedUp(
            NominationId nomination,
            ListId list,
            int lineNumber,
            UnitId from,
            @Nullable UnitId to,
            AwardLine line)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, list, from, line.recipient(), line.recipientUnit());
        }
    }

    /// An office took a dossier in for appraisal (*tiếp nhận hồ sơ*), Điều 84. The effective day is
    /// the day of receipt, which chooses the law that applies.
    ///
    /// Corrected by [DossierReturnedForCompletion] and, once it is complete, a further
    /// [DossierReceived].
    ///
    /// @param receivedBy body whose office appraises
    /// @param regime law under which it is appraised, as the office decided, such as `06/2022/QH15`
    /// @param regimeReason why that law, where another could apply too
    record DossierReceived(
            NominationId nomination,
            UnitId receivedBy,
            Procedure procedure,
            String regime,
            @Nullable String regimeReason)
            implements NominationEvent {
        public DossierReceived {
            regime = Text.of("regime", regime);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination, receivedBy);
        }
    }

    /// An office sent a dossier back because papers are missing (*trả lại để bổ sung*), Điều 84.
    ///
    /// Corrected by [DossierCompleted].
    record DossierReturnedForCompletion(
            NominationId nomination, UnitId returnedBy, List<DossierPaper> missing)
            implements NominationEvent {
        public DossierReturnedForCompletion {
            missing = List.copyOf(missing);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination, returnedBy);
        }
    }

    /// The proposer sent what was missing (*bổ sung, hoàn thiện hồ sơ*). The dossier waits for
    /// receipt again.
    ///
    /// Corrected by a further [DossierReturnedForCompletion].
    record DossierCompleted(NominationId nomination, List<DossierPaper> added)
            implements NominationEvent {
        public DossierCompleted {
            added = List.copyOf(added);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// The office asked another body for its opinion (*lấy ý kiến hiệp y*), Điều 84.3.
    ///
    /// Corrected by a further [OpinionRequested], to the body that was meant.
    ///
    /// @param body as the letter names it; often none of the registered units
    record OpinionRequested(NominationId nomination, String body, @Nullable LocalDate replyDue)
            implements NominationEvent {
        public OpinionRequested {
            body = Text.of("body", body);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// The body that was asked answered (*ý kiến hiệp y*).
    ///
    /// Corrected by a further [OpinionReceived] of the same body; both stay in the history.
    ///
    /// @param text what it says about people: sealed
    record OpinionReceived(
            NominationId nomination, String body, OpinionStance stance, @Nullable Sealed text)
            implements NominationEvent {
        public OpinionReceived {
            body = Text.of("body", body);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// The list on which the nomination stands was published for comments (*công khai lấy ý kiến*),
    /// Điều 84.5. The effective day is the first day of publication.
    ///
    /// Corrected by a further [ListPublished].
    ///
    /// @param medium where, such as a portal or a newspaper
    /// @param until last day for comments
    record ListPublished(NominationId nomination, String medium, @Nullable LocalDate until)
            implements NominationEvent {
        public ListPublished {
            medium = Text.of("medium", medium);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// Somebody objected to the nomination (*phản ánh, kiến nghị*). Who and what: sealed.
    ///
    /// Corrected by [ObjectionResolved], which says what there was to it.
    ///
    /// @param objection number within the nomination, from 1
    record ObjectionReceived(NominationId nomination, int objection, @Nullable Sealed content)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// An objection was looked into and settled (*giải quyết phản ánh*).
    ///
    /// Corrected by a further [ObjectionReceived], which opens the question again.
    record ObjectionResolved(NominationId nomination, int objection, ObjectionOutcome outcome)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// The office concluded its appraisal (*đã thẩm định*), Điều 84. The checks advise and never
    /// block; their rule version and inputs stand with them.
    ///
    /// Corrected by a further [AppraisalConcluded], recorded as found from the paper that sets the
    /// first one right.
    ///
    /// @param opinion in words, about people: sealed
    /// @param figures what the appraiser read in the dossier
    record AppraisalConcluded(
            NominationId nomination,
            RecipientId recipient,
            UnitId appraisedBy,
            AppraisalResult result,
            @Nullable Sealed opinion,
            DossierFigures figures,
            List<EligibilityCheck> checks)
            implements NominationEvent {
        public AppraisalConcluded {
            checks = List.copyOf(checks);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(nomination, recipient, appraisedBy);
        }
    }

    /// The council voted on the nomination (*Hội đồng đã bỏ phiếu*). One event for each line of the
    /// session, all with the minutes as their paper.
    ///
    /// Corrected by a further [CouncilVoted], recorded as found from the minutes that set the first
    /// ones right.
    ///
    /// @param council body whose council it is
    /// @param ruleVersion version of the rule on quorum and majority that was in force
    /// @param quorum whether enough members took part
    /// @param majority whether enough of them were for it
    record CouncilVoted(
            NominationId nomination,
            UnitId council,
            Ballot ballot,
            String ruleVersion,
            RuleResult quorum,
            RuleResult majority)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, council);
        }
    }

    /// The nomination came to nothing (*không đạt*). Final: a new nomination is a new one.
    ///
    /// Corrected by a new [NominationFiled].
    ///
    /// @param note about people: sealed
    record NominationRejected(
            NominationId nomination, UnitId by, RejectionGround ground, @Nullable Sealed note)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, by);
        }
    }
}
