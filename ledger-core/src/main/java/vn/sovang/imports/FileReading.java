package vn.sovang.imports;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DECISION_NUMBER_TAKEN;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IMPORT_REJECTED;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.NOMINATION_WITHDRAWN;
import static vn.sovang.decider.RefusalCode.UNIT_ALREADY_REGISTERED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AsFound;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.Recorded;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.rule.Checks;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;

/// One pass over a file: what the ledger would record of each row, or which rows break a rule.
/// Owned by one thread; facts are handed on as they come, so that a file of any length needs no
/// more than what its rules remember of it.
public final class FileReading {
    /// More than this nobody reads; the rest is counted.
    static final int MAX_REFUSALS = 500;

    private final FileHead head;
    private final ImportState state;
    private final Consumer<Fact> facts;
    private final Map<DecisionId, DecisionId> decisions = new HashMap<>();
    private final Map<DecisionId, Integer> lines = new HashMap<>();
    private final Map<NominationId, LocalDate> filedOn = new HashMap<>();
    private final Set<NominationId> withdrawn = new HashSet<>();
    private final List<Refused> refusals = new ArrayList<>();
    private int refused;
    private int accepted;

    FileReading(FileHead head, ImportState state, Consumer<Fact> facts) {
        this.head = head;
        this.state = state;
        this.facts = facts;
    }

    /// @param ledger what the file depends on, see [FileBoundary], in the order it became known
    /// @param facts receives what would be recorded, all but the completion
    public static FileReading of(FileHead head, Iterator<Recorded> ledger, Consumer<Fact> facts) {
        var state = new ImportState();
        ledger.forEachRemaining(recorded -> state.apply(recorded.fact()));
        return new FileReading(head, state, facts);
    }

    /// How many facts there are so far.
    public int accepted() {
        return accepted;
    }

    /// What is wrong with the rows taken so far, the first of them in detail.
    public Optional<Refused> refused() {
        return refused == 0
                ? Optional.empty()
                : Optional.of(
                        new Refused(
                                IMPORT_REJECTED,
                                Map.of("count", Integer.toString(refused)),
                                refusals));
    }

    /// The event that ends the import.
    public Fact completion() {
        return head.fact(head.completed(accepted));
    }

    private void broken(Refused row) {
        refused++;
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(row);
        }
    }

    /// Takes the next row.
    public void take(Entry entry) {
        var broken = check(entry);
        var reason = entry.asFound();
        if (broken.isPresent() && reason == null) {
            broken(at(entry, broken.get()));
            return;
        }
        var fact = fact(entry);
        if (broken.isPresent() && reason != null) {
            var rule = broken.get().code().name();
            fact = fact.asFound(new AsFound(rule, reason, head.confirmedBy()));
        }
        facts.accept(fact);
        accepted++;
        state.apply(fact);
        remember(fact);
    }

    private void remember(Fact fact) {
        switch (fact.event()) {
            case NominationFiled n -> filedOn.put(n.nomination(), fact.effectiveOn());
            case NominationWithdrawn n -> withdrawn.add(n.nomination());
            default -> {}
        }
    }

    private Optional<Refused> check(Entry entry) {
        var day = entry.effectiveOn();
        if (day.isAfter(head.origin().today())) {
            return Optional.of(refuse(IN_THE_FUTURE, "day", day));
        }
        var units = state.units();
        return switch (entry.event()) {
            case UnitRegistered u ->
                    state.knowsUnitName(u.name())
                            ? Optional.of(refuse(UNIT_ALREADY_REGISTERED, "unit", u.name()))
                            : Optional.empty();
            // Whom competence was determined for is no more: that is its point.
            case CompetenceDetermined c -> units.check(c.acting(), day);
            case UnitEvent u -> units.check(u.unit(), day);
            case PaperReportRecorded r -> units.check(r.unit(), day);
            case ReferenceDocumentRegistered r -> units.check(r.unit(), day);
            case NominationFiled n ->
                    Checks.first(
                            () -> units.check(n.proposingUnit(), day),
                            () -> checkLine(n.line(), ConferralMode.TANG, entry));
            case NominationListSubmitted l ->
                    Checks.first(() -> units.check(l.from(), day), () -> units.check(l.to(), day));
            case ReissueListSubmitted l ->
                    Checks.first(() -> units.check(l.from(), day), () -> units.check(l.to(), day));
            case ReissueListReturned l -> units.check(l.by(), day);
            case CaseEvent c -> state.files().check(c, state.types(), units, day);
            case ArtifactEvent a ->
                    state.files().check(a, state.types(), units, day, entry.document());
            case SurveyEvent s -> state.files().check(s, state.types(), units, day);
            case DecisionRecorded d ->
                    Checks.first(
                            () -> units.check(d.key().authority(), day),
                            () -> checkNumber(d, entry));
            case AwardDecided a ->
                    Checks.first(
                            () -> checkLine(a.line(), a.mode(), entry),
                            () -> checkNomination(a.nomination(), day));
            case NominationSubmitted n -> checkNomination(n.nomination(), day);
            case NominationForwardedUp n -> checkNomination(n.nomination(), day);
            default -> Optional.empty();
        };
    }

    private Optional<Refused> checkLine(AwardLine line, ConferralMode mode, Entry entry) {
        return Checks.first(
                () -> state.types().check(line, mode, entry.effectiveOn()),
                () -> state.units().check(line.recipientUnit(), entry.effectiveOn()));
    }

    /// Nothing answers or sends a nomination before it was filed, or after it was withdrawn.
    private Optional<Refused> checkNomination(@Nullable NominationId nomination, LocalDate day) {
        if (nomination == null) {
            return Optional.empty();
        }
        if (withdrawn.contains(nomination)) {
            return Optional.of(refuse(NOMINATION_WITHDRAWN, "nomination", nomination));
        }
        var filed = filedOn.get(nomination);
        return filed != null && day.isBefore(filed)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", filed))
                : Optional.empty();
    }

    private Optional<Refused> checkNumber(DecisionRecorded d, Entry entry) {
        boolean free =
                !state.numberTaken(d.key())
                        || state.theSame(d.key(), entry.effectiveOn(), entry.document())
                                .isPresent();
        return free
                ? Optional.empty()
                : Optional.of(refuse(DECISION_NUMBER_TAKEN, "number", d.key().number()));
    }

    private Fact fact(Entry entry) {
        return new Fact(
                settled(entry),
                entry.effectiveOn(),
                entry.document(),
                head.origin().by(),
                head.origin().request().id(),
                head.origin().onBehalfOf(),
                head.origin().arrival(),
                null,
                entry.provenance(),
                head.imported(),
                null);
    }

    /// A further sheet of a decision already there continues its identity and line numbers (R9).
    private LedgerEvent settled(Entry entry) {
        return switch (entry.event()) {
            case DecisionRecorded d -> {
                var same = state.theSame(d.key(), entry.effectiveOn(), entry.document());
                var decision = same.orElse(d.decision());
                decisions.put(d.decision(), decision);
                lines.put(d.decision(), state.linesOf(d.key(), decision));
                yield same.isPresent()
                        ? new DecisionLinesAdded(decision, d.key(), d.lineCount())
                        : d;
            }
            case AwardDecided a ->
                    new AwardDecided(
                            a.award(),
                            decisions.getOrDefault(a.decision(), a.decision()),
                            a.key(),
                            lines.merge(a.decision(), 1, Integer::sum),
                            a.mode(),
                            a.proposingUnit(),
                            a.nomination(),
                            a.line());
            default -> entry.event();
        };
    }

    private static Refused at(Entry entry, Refused refused) {
        var arguments = new HashMap<>(refused.arguments());
        arguments.put("sheet", entry.source().sheet());
        arguments.put("row", Integer.toString(entry.source().row()));
        if (entry.source().column() != null) {
            arguments.put("column", entry.source().column());
        }
        return new Refused(refused.code(), arguments);
    }
}
