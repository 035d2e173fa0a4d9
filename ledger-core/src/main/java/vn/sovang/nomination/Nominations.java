package vn.sovang.nomination;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.NOMINATION_ALREADY_FILED;
import static vn.sovang.decider.RefusalCode.NOMINATION_ALREADY_SUBMITTED;
import static vn.sovang.decider.RefusalCode.NOMINATION_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.FileNominations;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.nomination.NominationCommand.WithdrawNomination;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.NominationStanding.Stage;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.Units;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.NominationId;

/// Decides about nominations begun in the ledger.
public final class Nominations implements Decider<NominationCommand, NominationState> {
    @Override
    public Class<NominationCommand> command() {
        return NominationCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(NominationCommand command) {
        var queries = new HashSet<TagQuery>();
        switch (command) {
            case FileNomination file -> {
                queries.add(Units.lifeOf(file.proposingUnit()));
                queries.addAll(boundary(file.nomination(), file.line()));
            }
            case FileNominations file -> {
                queries.add(Units.lifeOf(file.proposingUnit()));
                file.entries().forEach(e -> queries.addAll(boundary(e.nomination(), e.line())));
            }
            case WithdrawNomination withdraw ->
                    queries.add(NominationStanding.of(withdraw.nomination()));
            case SubmitNominationList submit -> {
                submit.nominations().forEach(n -> queries.add(NominationStanding.of(n)));
                queries.add(Units.lifeOf(submit.from()));
                if (submit.to() != null) {
                    queries.add(Units.lifeOf(submit.to()));
                }
            }
        }
        return queries;
    }

    private static Set<TagQuery> boundary(NominationId nomination, AwardLine line) {
        var queries = new HashSet<TagQuery>();
        queries.add(NominationStanding.of(nomination));
        queries.add(RecipientStanding.of(line.recipient()));
        queries.add(AwardTypes.definitionOf(line.award()));
        if (line.recipientUnit() != null) {
            queries.add(Units.lifeOf(line.recipientUnit()));
        }
        return queries;
    }

    @Override
    public NominationState initial() {
        return NominationState.EMPTY;
    }

    @Override
    public NominationState evolve(NominationState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(NominationCommand command, NominationState state) {
        return switch (command) {
            case FileNomination file -> file(file, state);
            case FileNominations file -> NominationsAtOnce.decide(file, state);
            case WithdrawNomination withdraw -> withdraw(withdraw, state);
            case SubmitNominationList submit -> submit(submit, state);
        };
    }

    private static Outcome file(FileNomination file, NominationState state) {
        var day = file.origin().effectiveOn();
        var line = file.line();
        return Verdict.of(
                        file.origin(),
                        unless(
                                () -> !state.nominations().containsKey(file.nomination()),
                                refuse(NOMINATION_ALREADY_FILED)),
                        () -> checkRecipient(line, state),
                        () -> state.types().check(line, ConferralMode.TANG, day),
                        () -> state.units().check(file.proposingUnit(), day),
                        () -> state.units().check(line.recipientUnit(), day))
                .record(() ->
                        List.of(
                                file.origin()
                                        .fact(
                                                new NominationFiled(
                                                        file.nomination(),
                                                        file.proposingUnit(),
                                                        line))));
    }

    private static Optional<Refused> checkRecipient(AwardLine line, NominationState state) {
        return state.recipients().of(line.recipient()).checkHonoured(line.recipientKind());
    }

    private static Outcome withdraw(WithdrawNomination command, NominationState state) {
        var standing = state.nominations().get(command.nomination());
        if (standing == null) {
            return refuse(NOMINATION_UNKNOWN);
        }
        // Once it was sent it is the receiver's to end, unless it was sent back.
        boolean ours = standing.stage() == Stage.FILED || standing.stage() == Stage.RETURNED;
        return Verdict.of(
                        command.origin(),
                        standing::checkOpen,
                        unless(() -> ours, refuse(NOMINATION_ALREADY_SUBMITTED)),
                        () -> standing.checkDay(command.origin().effectiveOn()))
                .record(() ->
                        List.of(
                                command.origin()
                                        .fact(
                                                new NominationWithdrawn(
                                                        command.nomination(), command.reason()))));
    }

    private static Outcome submit(SubmitNominationList submit, NominationState state) {
        var day = submit.origin().effectiveOn();
        var header =
                Verdict.of(
                        submit.origin(),
                        unless(() -> !submit.nominations().isEmpty(), refuse(LIST_EMPTY)),
                        unless(
                                () -> submit.origin().document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        () -> state.units().check(submit.from(), day),
                        () -> state.units().check(submit.to(), day));
        if (header.refused().isPresent()) {
            return header.refused().get();
        }
        var facts = new ArrayList<Fact>();
        var list =
                new NominationListSubmitted(
                        submit.list(), submit.from(), submit.to(), submit.nominations().size());
        facts.add(header.mark(submit.origin().fact(list)));
        var seen = new HashSet<NominationId>();
        for (var nomination : submit.nominations()) {
            var standing = state.nominations().get(nomination);
            if (standing == null) {
                return refuse(NOMINATION_UNKNOWN, "nomination", nomination);
            }
            var line = checkSendable(standing, submit);
            if (line.refused().isPresent()) {
                return line.refused().get();
            }
            if (!seen.add(nomination)) {
                return refuse(NOMINATION_ALREADY_SUBMITTED, "nomination", nomination);
            }
            var sent = lineOf(standing.filed(), facts.size(), submit);
            facts.add(line.mark(submit.origin().fact(sent)));
        }
        return Outcome.accept(facts);
    }

    private static Verdict checkSendable(NominationStanding standing, SubmitNominationList submit) {
        return Verdict.of(
                submit.origin(),
                standing::checkDone,
                unless(
                        () -> !standing.sentBy().contains(submit.from()),
                        refuse(
                                NOMINATION_ALREADY_SUBMITTED,
                                "nomination",
                                standing.filed().nomination())),
                () -> standing.checkDay(submit.origin().effectiveOn()));
    }

    /// The proposer's own list submits; anybody else's forwards (R3).
    private static LedgerEvent lineOf(
            NominationFiled filed, int lineNumber, SubmitNominationList submit) {
        return filed.proposingUnit().equals(submit.from())
                ? new NominationSubmitted(
                        filed.nomination(),
                        submit.list(),
                        lineNumber,
                        submit.from(),
                        submit.to(),
                        filed.line())
                : new NominationForwardedUp(
                        filed.nomination(),
                        submit.list(),
                        lineNumber,
                        submit.from(),
                        submit.to(),
                        filed.line());
    }
}
