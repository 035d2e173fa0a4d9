package vn.sovang.nomination;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.LIST_TOO_LONG;
import static vn.sovang.decider.RefusalCode.NOMINATION_ALREADY_FILED;
import static vn.sovang.decider.RefusalCode.RECIPIENT_ALREADY_REGISTERED;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_DIFFERS;
import static vn.sovang.rule.Checks.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.nomination.NominationCommand.FileNominations;
import vn.sovang.nomination.NominationCommand.FileNominations.Entry;
import vn.sovang.rule.Checks;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// Decides about many nominations of one command: all lines or none, and every line that breaks a
/// rule is named with its number.
final class NominationsAtOnce {
    private final FileNominations command;
    private final NominationState state;
    private final Set<NominationId> filed = new HashSet<>();

    /// Whom an earlier line of the command registers.
    private final Map<RecipientId, RecipientKind> newcomers = new HashMap<>();

    private NominationsAtOnce(FileNominations command, NominationState state) {
        this.command = command;
        this.state = state;
    }

    static Outcome decide(FileNominations command, NominationState state) {
        return new NominationsAtOnce(command, state).decide();
    }

    private Outcome decide() {
        var origin = command.origin();
        int count = command.entries().size();
        var header =
                Verdict.of(
                        origin,
                        unless(() -> count > 0, refuse(LIST_EMPTY)),
                        unless(() -> count <= FileNominations.MAX_ENTRIES, refuse(LIST_TOO_LONG)),
                        () -> state.units().check(command.proposingUnit(), origin.effectiveOn()));
        if (header.refused().isPresent()) {
            return header.refused().get();
        }
        var facts = new ArrayList<Fact>();
        var refusals = new ArrayList<Refused>();
        for (int i = 0; i < count; i++) {
            var entry = command.entries().get(i);
            var verdict = check(entry);
            if (verdict.refused().isPresent()) {
                refusals.add(at(i + 1, verdict.refused().get()));
            } else {
                facts(entry).forEach(fact -> facts.add(verdict.mark(header.mark(fact))));
            }
        }
        return refusals.isEmpty()
                ? Outcome.accept(facts)
                : new Refused(
                        refusals.getFirst().code(), refusals.getFirst().arguments(), refusals);
    }

    private Verdict check(Entry entry) {
        var day = command.origin().effectiveOn();
        var line = entry.line();
        return Verdict.of(
                command.origin(),
                unless(
                        () ->
                                filed.add(entry.nomination())
                                        && !state.nominations().containsKey(entry.nomination()),
                        refuse(NOMINATION_ALREADY_FILED)),
                () -> checkRecipient(entry),
                () -> state.types().check(line, ConferralMode.TANG, day),
                () -> state.units().check(line.recipientUnit(), day));
    }

    private Optional<Refused> checkRecipient(Entry entry) {
        var line = entry.line();
        var newcomer = entry.newcomer();
        var standing = state.recipients().of(line.recipient());
        if (newcomer != null) {
            return Checks.first(
                    unless(
                            () ->
                                    standing.registered() == null
                                            && newcomers.putIfAbsent(
                                                            line.recipient(), newcomer.kind())
                                                    == null,
                            refuse(RECIPIENT_ALREADY_REGISTERED)),
                    () -> checkSealed(newcomer),
                    () -> checkKind(newcomer.kind(), line.recipientKind()));
        }
        var known = newcomers.get(line.recipient());
        return known == null
                ? standing.checkHonoured(line.recipientKind())
                : checkKind(known, line.recipientKind());
    }

    private static Optional<Refused> checkSealed(RecipientRegistered r) {
        return RecipientStanding.checkSealedFor(
                r.recipient().value(), r.name(), r.birth(), r.residence());
    }

    private static Optional<Refused> checkKind(RecipientKind registered, RecipientKind named) {
        return registered == named
                ? Optional.empty()
                : Optional.of(refuse(RECIPIENT_KIND_DIFFERS, "kind", registered));
    }

    private List<Fact> facts(Entry entry) {
        var origin = command.origin();
        var nominated =
                origin.fact(
                        new NominationFiled(
                                entry.nomination(), command.proposingUnit(), entry.line()));
        return entry.newcomer() == null
                ? List.of(nominated)
                : List.of(origin.fact(entry.newcomer()), nominated);
    }

    private static Refused at(int number, Refused refused) {
        var arguments = new HashMap<>(refused.arguments());
        arguments.put("line", Integer.toString(number));
        return new Refused(refused.code(), arguments);
    }
}
