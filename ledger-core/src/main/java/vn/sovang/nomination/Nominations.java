package vn.sovang.nomination;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.NOMINATION_ALREADY_FILED;
import static vn.sovang.decider.RefusalCode.NOMINATION_ALREADY_SUBMITTED;
import static vn.sovang.decider.RefusalCode.NOMINATION_UNKNOWN;
import static vn.sovang.decider.RefusalCode.NOMINATION_WITHDRAWN;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_DIFFERS;
import static vn.sovang.decider.RefusalCode.RECIPIENT_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
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
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.nomination.NominationCommand.WithdrawNomination;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
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
                queries.add(lifeOf(file.nomination()));
                queries.add(TagQuery.of(file.line().recipient().tag(), RecipientRegistered.class));
                queries.add(AwardTypes.definitionOf(file.line().award()));
                queries.add(Units.lifeOf(file.proposingUnit()));
                if (file.line().recipientUnit() != null) {
                    queries.add(Units.lifeOf(file.line().recipientUnit()));
                }
            }
            case WithdrawNomination withdraw -> queries.add(lifeOf(withdraw.nomination()));
            case SubmitNominationList submit -> {
                submit.nominations().forEach(n -> queries.add(lifeOf(n)));
                queries.add(Units.lifeOf(submit.from()));
                if (submit.to() != null) {
                    queries.add(Units.lifeOf(submit.to()));
                }
            }
        }
        return queries;
    }

    private static TagQuery lifeOf(NominationId nomination) {
        return TagQuery.of(
                nomination.tag(),
                NominationFiled.class,
                NominationWithdrawn.class,
                NominationSubmitted.class,
                NominationForwardedUp.class);
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
        if (command.origin().inTheFuture()) {
            return refuse(IN_THE_FUTURE, "day", command.origin().effectiveOn());
        }
        return switch (command) {
            case FileNomination file -> file(file, state);
            case WithdrawNomination withdraw -> withdraw(withdraw, state);
            case SubmitNominationList submit -> submit(submit, state);
        };
    }

    private static Outcome file(FileNomination file, NominationState state) {
        var day = file.origin().effectiveOn();
        var line = file.line();
        return Checks.first(
                        unless(
                                () -> !state.nominations().containsKey(file.nomination()),
                                refuse(NOMINATION_ALREADY_FILED)),
                        () -> checkRecipient(line, state),
                        () -> state.types().check(line, ConferralMode.TANG, day),
                        () -> state.units().check(file.proposingUnit(), day),
                        () -> state.units().check(line.recipientUnit(), day))
                .<Outcome>map(r -> r)
                .orElseGet(() ->
                        Outcome.accept(
                                file.origin()
                                        .fact(
                                                new NominationFiled(
                                                        file.nomination(),
                                                        file.proposingUnit(),
                                                        line))));
    }

    private static Optional<Refused> checkRecipient(AwardLine line, NominationState state) {
        var kind = state.recipients().get(line.recipient());
        if (kind == null) {
            return Optional.of(refuse(RECIPIENT_UNKNOWN, "recipient", line.recipient()));
        }
        return kind == line.recipientKind()
                ? Optional.empty()
                : Optional.of(refuse(RECIPIENT_KIND_DIFFERS, "kind", kind));
    }

    private static Outcome withdraw(WithdrawNomination command, NominationState state) {
        var progress = state.nominations().get(command.nomination());
        if (progress == null) {
            return refuse(NOMINATION_UNKNOWN);
        }
        if (progress.withdrawn()) {
            return refuse(NOMINATION_WITHDRAWN);
        }
        if (!progress.sentBy().isEmpty()) {
            return refuse(NOMINATION_ALREADY_SUBMITTED);
        }
        return Outcome.accept(
                command.origin()
                        .fact(new NominationWithdrawn(command.nomination(), command.reason())));
    }

    private static Outcome submit(SubmitNominationList submit, NominationState state) {
        var day = submit.origin().effectiveOn();
        var refused =
                Checks.first(
                        unless(() -> !submit.nominations().isEmpty(), refuse(LIST_EMPTY)),
                        unless(
                                () -> submit.origin().document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        () -> state.units().check(submit.from(), day),
                        () -> state.units().check(submit.to(), day));
        if (refused.isPresent()) {
            return refused.get();
        }
        var facts = new ArrayList<Fact>();
        facts.add(
                submit.origin()
                        .fact(
                                new NominationListSubmitted(
                                        submit.list(),
                                        submit.from(),
                                        submit.to(),
                                        submit.nominations().size())));
        var seen = new HashSet<NominationId>();
        for (var nomination : submit.nominations()) {
            var no = checkSendable(nomination, submit, state);
            if (no.isPresent()) {
                return no.get();
            }
            if (!seen.add(nomination)) {
                return refuse(NOMINATION_ALREADY_SUBMITTED, "nomination", nomination);
            }
            facts.add(submit.origin().fact(lineOf(nomination, facts.size(), submit, state)));
        }
        return Outcome.accept(facts);
    }

    private static Optional<Refused> checkSendable(
            NominationId nomination, SubmitNominationList submit, NominationState state) {
        var progress = state.nominations().get(nomination);
        if (progress == null) {
            return Optional.of(refuse(NOMINATION_UNKNOWN, "nomination", nomination));
        }
        if (progress.withdrawn()) {
            return Optional.of(refuse(NOMINATION_WITHDRAWN, "nomination", nomination));
        }
        if (progress.sentBy().contains(submit.from())) {
            return Optional.of(refuse(NOMINATION_ALREADY_SUBMITTED, "nomination", nomination));
        }
        return submit.origin().effectiveOn().isBefore(progress.lastOn())
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", progress.lastOn()))
                : Optional.empty();
    }

    /// The proposer's own list submits; anybody else's forwards (R3).
    private static LedgerEvent lineOf(
            NominationId nomination,
            int lineNumber,
            SubmitNominationList submit,
            NominationState s) {
        var filed = Objects.requireNonNull(s.nominations().get(nomination)).filed();
        return filed.proposingUnit().equals(submit.from())
                ? new NominationSubmitted(
                        nomination,
                        submit.list(),
                        lineNumber,
                        submit.from(),
                        submit.to(),
                        filed.line())
                : new NominationForwardedUp(
                        nomination,
                        submit.list(),
                        lineNumber,
                        submit.from(),
                        submit.to(),
                        filed.line());
    }
}
