package vn.sovang.decision;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DATE_INCOMPLETE;
import static vn.sovang.decider.RefusalCode.DAY_NOT_AS_WRITTEN;
import static vn.sovang.decider.RefusalCode.DECISION_NUMBER_TAKEN;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.FILER_MAY_NOT_DECIDE;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.NOMINATION_ALREADY_DECIDED;
import static vn.sovang.decider.RefusalCode.NOMINATION_DIFFERS;
import static vn.sovang.decider.RefusalCode.NOMINATION_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.CombinedDuties;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.Units;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.NominationId;

/// Decides whether a decision begun in the ledger can be recorded.
public final class Decisions implements Decider<DecisionCommand, DecisionState> {
    /// From here on a number is used once a year by an authority; older papers do not keep the rule
    /// (R9).
    private static final int NUMBERS_ARE_UNIQUE_FROM = 2004;

    /// Decisions of the President's office once bore `… KT/CTN` or `… KT/CT`, numbered by batch.
    private static final String OLD_SYMBOL = "KT/CT";

    @Override
    public Class<DecisionCommand> command() {
        return DecisionCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(DecisionCommand command) {
        return switch (command) {
            case RecordDecision record -> boundary(record);
            case CorrectDecision correct -> boundary(correct);
        };
    }

    private static Set<TagQuery> boundary(CorrectDecision command) {
        var queries = new HashSet<TagQuery>();
        queries.add(sameNumber(command.key()));
        if (command.award() != null) {
            queries.add(AwardStanding.of(command.award()));
        }
        var line = command.change().line();
        if (line != null) {
            queries.add(AwardTypes.definitionOf(line.award()));
            queries.add(RecipientStanding.of(line.recipient()));
            if (line.recipientUnit() != null) {
                queries.add(Units.lifeOf(line.recipientUnit()));
            }
        }
        return queries;
    }

    private static Set<TagQuery> boundary(RecordDecision command) {
        var queries = new HashSet<TagQuery>();
        if (command.origin().document() instanceof Document.Paper paper) {
            queries.add(sameNumber(key(command, paper)));
        }
        queries.add(Units.lifeOf(command.authority()));
        queries.add(CombinedDuties.of(command.authority()));
        for (var line : command.lines()) {
            queries.add(AwardTypes.definitionOf(line.line().award()));
            queries.add(RecipientStanding.of(line.line().recipient()));
            if (line.line().recipientUnit() != null) {
                queries.add(Units.lifeOf(line.line().recipientUnit()));
            }
            if (line.nomination() != null) {
                queries.add(NominationStanding.of(line.nomination()));
            }
        }
        return queries;
    }

    private static TagQuery sameNumber(DecisionKey key) {
        return TagQuery.of(key.tag(), DecisionRecorded.class, DecisionLinesAdded.class);
    }

    private static DecisionKey key(RecordDecision command, Document.Paper paper) {
        return DecisionKey.of(
                command.authority(), command.origin().effectiveOn().getYear(), paper.number());
    }

    @Override
    public DecisionState initial() {
        return DecisionState.EMPTY;
    }

    @Override
    public DecisionState evolve(DecisionState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(DecisionCommand command, DecisionState state) {
        return switch (command) {
            case RecordDecision record -> record(record, state);
            case CorrectDecision correct -> Corrections.decide(correct, state);
        };
    }

    private static Outcome record(RecordDecision command, DecisionState state) {
        if (!(command.origin().document() instanceof Document.Paper paper)) {
            return refuse(DOCUMENT_MISSING);
        }
        var day = command.origin().effectiveOn();
        var known = theSame(state, day, paper);
        var header =
                Verdict.of(
                        command.origin(),
                        unless(() -> !command.lines().isEmpty(), refuse(LIST_EMPTY)),
                        () -> state.units().check(command.authority(), day),
                        () -> checkDate(paper, day),
                        unless(
                                () -> known.isPresent() || numberIsFree(state, day, paper),
                                refuse(DECISION_NUMBER_TAKEN, "number", paper.number())));
        if (header.refused().isPresent()) {
            return header.refused().get();
        }
        var lines = new ArrayList<Verdict>();
        for (var line : command.lines()) {
            var verdict = check(line, command, state);
            if (verdict.refused().isPresent()) {
                return verdict.refused().get();
            }
            lines.add(verdict);
        }
        var refused = answeredTwice(command);
        return refused.isPresent()
                ? refused.get()
                : Outcome.accept(
                        marked(
                                underExceptions(
                                        facts(command, state, paper, known), command, state),
                                header,
                                lines));
    }

    /// Each line that whoever records it filed too names the exception that allows it.
    private static List<Fact> underExceptions(
            List<Fact> facts, RecordDecision command, DecisionState state) {
        var all = new ArrayList<Fact>();
        all.add(facts.getFirst());
        for (int i = 0; i < command.lines().size(); i++) {
            var fact = facts.get(i + 1);
            boolean filed = filedByRecorder(command.lines().get(i), command, state);
            var exception = filed ? exception(command, state) : Optional.<ExceptionId>empty();
            all.add(exception.map(fact::under).orElse(fact));
        }
        return all;
    }

    private static boolean filedByRecorder(
            RecordDecision.Line line, RecordDecision command, DecisionState state) {
        var nomination = line.nomination();
        var standing = nomination == null ? null : state.nominations().get(nomination);
        return standing != null && standing.filers().contains(command.origin().by().user());
    }

    private static Optional<ExceptionId> exception(RecordDecision command, DecisionState state) {
        return state.duties().covering(command.authority(), command.origin());
    }

    /// The decision bears its own mark, each line that of its own rule.
    private static List<Fact> marked(List<Fact> facts, Verdict header, List<Verdict> lines) {
        var marked = new ArrayList<Fact>();
        marked.add(header.mark(facts.getFirst()));
        for (int i = 0; i < lines.size(); i++) {
            marked.add(lines.get(i).mark(facts.get(i + 1)));
        }
        return marked;
    }

    /// NĐ 30/2020/NĐ-CP Điều 8: a paper bears its day. Old ones may give a year, or a month: then
    /// the effective day is any day it can mean, by custom the first.
    private static Optional<Refused> checkDate(Document.Paper paper, LocalDate day) {
        var written = paper.writtenDate();
        if (written == null) {
            return Optional.empty();
        }
        if (!written.allows(day)) {
            return Optional.of(refuse(DAY_NOT_AS_WRITTEN, "day", written));
        }
        return day.getYear() < NUMBERS_ARE_UNIQUE_FROM
                ? Optional.empty()
                : Optional.of(refuse(DATE_INCOMPLETE, "day", written));
    }

    private static Optional<Refused> answeredTwice(RecordDecision command) {
        var seen = new HashSet<NominationId>();
        return command.lines().stream()
                .map(RecordDecision.Line::nomination)
                .filter(n -> n != null && !seen.add(n))
                .findFirst()
                .map(n -> refuse(NOMINATION_ALREADY_DECIDED, "nomination", n));
    }

    private static Optional<DecisionId> theSame(
            DecisionState state, LocalDate day, Document.Paper paper) {
        return state.sameNumber().entrySet().stream()
                .filter(e -> e.getValue().isSame(day, paper.signer()))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static boolean numberIsFree(DecisionState state, LocalDate day, Document.Paper paper) {
        return state.sameNumber().isEmpty()
                || day.getYear() < NUMBERS_ARE_UNIQUE_FROM
                || paper.number().folded().contains(OLD_SYMBOL);
    }

    private static Verdict check(
            RecordDecision.Line line, RecordDecision command, DecisionState state) {
        var day = command.origin().effectiveOn();
        var honour = line.line();
        return Verdict.of(
                command.origin(),
                () -> checkRecipient(honour, state),
                () -> state.types().check(honour, line.mode(), day),
                () -> state.units().check(honour.recipientUnit(), day),
                () -> checkNomination(line, command, state));
    }

    private static Optional<Refused> checkRecipient(AwardLine line, DecisionState state) {
        return state.recipients().of(line.recipient()).checkHonoured(line.recipientKind());
    }

    private static Optional<Refused> checkNomination(
            RecordDecision.Line line, RecordDecision command, DecisionState state) {
        if (line.nomination() == null) {
            return Optional.empty();
        }
        var standing = state.nominations().get(line.nomination());
        if (standing == null) {
            return Optional.of(refuse(NOMINATION_UNKNOWN, "nomination", line.nomination()));
        }
        var nominated = standing.filed().line();
        boolean same =
                nominated.recipient().equals(line.line().recipient())
                        && nominated.award().equals(line.line().award());
        var user = command.origin().by().user();
        return Checks.first(
                unless(() -> same, refuse(NOMINATION_DIFFERS, "nomination", line.nomination())),
                standing::checkDone,
                // Unless nobody else is there (kiêm nhiệm, R10).
                unless(
                        () ->
                                !filedByRecorder(line, command, state)
                                        || exception(command, state).isPresent(),
                        refuse(FILER_MAY_NOT_DECIDE, "user", user)),
                () -> standing.checkDay(command.origin().effectiveOn()));
    }

    private static List<Fact> facts(
            RecordDecision command,
            DecisionState state,
            Document.Paper paper,
            Optional<DecisionId> known) {
        var key = key(command, paper);
        var decision = known.orElse(command.decision());
        int count = command.lines().size();
        int before = known.map(state.sameNumber()::get).map(DecisionState.Known::lines).orElse(0);
        var facts = new ArrayList<Fact>();
        facts.add(
                command.origin()
                        .fact(
                                known.isPresent()
                                        ? new DecisionLinesAdded(decision, key, count)
                                        : new DecisionRecorded(decision, key, count)));
        for (int i = 0; i < count; i++) {
            var line = command.lines().get(i);
            facts.add(
                    command.origin()
                            .fact(
                                    new AwardDecided(
                                            line.award(),
                                            decision,
                                            key,
                                            before + i + 1,
                                            line.mode(),
                                            line.proposingUnit(),
                                            line.nomination(),
                                            line.line())));
        }
        return facts;
    }
}
