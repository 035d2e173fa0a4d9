package vn.sovang.decision;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;
import static vn.sovang.decider.RefusalCode.DECISION_UNKNOWN;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.NOTHING_CORRECTED;
import static vn.sovang.rule.Checks.unless;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.Document;

/// Corrections of decisions (*đính chính*). The fact corrected stays as it is; what it was and what
/// it is now stand side by side. A correction is not an annulment: the award stands.
final class Corrections {
    private Corrections() {}

    static Outcome decide(CorrectDecision command, DecisionState state) {
        var known = state.sameNumber().get(command.decision());
        var day = command.origin().effectiveOn();
        var decided = state.corrected().decided();
        return Verdict.of(
                        command.origin(),
                        unless(
                                () -> command.origin().document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        unless(() -> known != null, refuse(DECISION_UNKNOWN)),
                        unless(
                                () -> command.award() == null || of(decided, command),
                                refuse(AWARD_UNKNOWN)),
                        unless(() -> changes(command, decided), refuse(NOTHING_CORRECTED)),
                        () -> checkLine(command, state),
                        unless(
                                () -> known == null || !day.isBefore(known.signedOn()),
                                refuse(
                                        EARLIER_THAN_ITS_CAUSE,
                                        "day",
                                        known == null ? day : known.signedOn())))
                .record(() -> List.of(command.origin().fact(event(command, decided))));
    }

    private static boolean of(@Nullable AwardDecided decided, CorrectDecision command) {
        return decided != null && decided.decision().equals(command.decision());
    }

    /// Each field has its own form of before and after, and they differ.
    private static boolean changes(CorrectDecision command, @Nullable AwardDecided decided) {
        var change = command.change();
        return switch (change.field()) {
            case TEN, NGAY_SINH, NOI_CU_TRU, CHUC_VU ->
                    decided != null
                            && change.sealedAfter() != null
                            && change.before() == null
                            && change.after() == null
                            && change.line() == null;
            case TRICH_YEU, NGUOI_KY ->
                    change.after() != null
                            && !Objects.equals(change.before(), change.after())
                            && change.line() == null;
            // A wrong person is a line that does not stand on the paper, and another that does.
            case DONG ->
                    decided != null
                            && change.line() != null
                            && change.line().recipient().equals(decided.line().recipient())
                            && !decided.line().equals(change.line());
            // What stands on the paper can be annulled; only what does not is struck.
            case DONG_KHONG_CO ->
                    decided != null
                            && change.line() == null
                            && command.cause() == CorrectionCause.SAI_NHAP_LIEU;
        };
    }

    private static Optional<Refused> checkLine(CorrectDecision command, DecisionState state) {
        AwardLine line = command.change().line();
        var decided = state.corrected().decided();
        if (line == null || decided == null) {
            return Optional.empty();
        }
        var on = state.sameNumber().get(command.decision());
        var signed = on == null ? command.origin().effectiveOn() : on.signedOn();
        return Verdict.of(
                        command.origin(),
                        // Whose identity was erased keeps the award, and it may be put right.
                        () ->
                                state.recipients()
                                        .of(line.recipient())
                                        .checkKind(line.recipientKind()),
                        () -> state.types().check(line, decided.mode(), signed),
                        () -> state.units().check(line.recipientUnit(), signed))
                .refused();
    }

    private static DecisionCorrected event(
            CorrectDecision command, @Nullable AwardDecided decided) {
        var change = command.change();
        var event =
                new DecisionCorrected(
                        command.decision(),
                        command.key(),
                        command.award(),
                        decided == null ? null : decided.line().recipient(),
                        command.cause(),
                        change.field(),
                        change.before(),
                        change.after(),
                        change.sealedBefore(),
                        change.sealedAfter(),
                        change.line(),
                        null);
        return event.strikes() && decided != null ? event.answering(decided.nomination()) : event;
    }
}
