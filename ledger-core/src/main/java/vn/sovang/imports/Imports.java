package vn.sovang.imports;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DECISION_NUMBER_TAKEN;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IMPORT_EMPTY;
import static vn.sovang.decider.RefusalCode.IMPORT_REJECTED;
import static vn.sovang.decider.RefusalCode.IMPORT_TOO_LARGE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.NOMINATION_WITHDRAWN;
import static vn.sovang.decider.RefusalCode.UNIT_ALREADY_REGISTERED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AsFound;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;

/// Decides about a whole file: every row that breaks a rule is named, and then nothing is stored.
///
/// Conditions only on what others could change under the file: decision numbers, units and award
/// codes; none for identities that the file itself minted (R17).
public final class Imports implements Decider<RecordImport, ImportState> {
    @Override
    public Class<RecordImport> command() {
        return RecordImport.class;
    }

    @Override
    public Set<TagQuery> boundary(RecordImport command) {
        var queries = new HashSet<TagQuery>();
        queries.add(Units.all());
        queries.addAll(FileBoundary.of(command));
        for (var entry : command.entries()) {
            switch (entry.event()) {
                case DecisionRecorded d ->
                        queries.add(
                                TagQuery.of(
                                        d.key().tag(),
                                        DecisionRecorded.class,
                                        DecisionLinesAdded.class));
                case AwardDecided a -> queries.add(AwardTypes.definitionOf(a.line().award()));
                case NominationFiled n -> queries.add(AwardTypes.definitionOf(n.line().award()));
                case SurveyCampaignOpened s -> queries.add(AwardTypes.definitionOf(s.award()));
                default -> {}
            }
        }
        return queries;
    }

    @Override
    public ImportState initial() {
        return new ImportState();
    }

    @Override
    public ImportState evolve(ImportState state, Fact fact) {
        state.apply(fact);
        return state;
    }

    @Override
    public Outcome decide(RecordImport command, ImportState ledger) {
        if (command.entries().isEmpty()) {
            return refuse(IMPORT_EMPTY);
        }
        int events = command.entries().size() + 1;
        if (events > RecordImport.MAX_EVENTS) {
            return refuse(
                    IMPORT_TOO_LARGE,
                    Map.of(
                            "events", Integer.toString(events),
                            "limit", Integer.toString(RecordImport.MAX_EVENTS)));
        }
        var reading = new Reading(command, ledger.copy());
        command.entries().forEach(reading::take);
        return reading.outcome();
    }

    /// One pass over the file. Owned by one call of [#decide].
    private static final class Reading {
        private final RecordImport command;
        private final ImportState state;
        private final Map<DecisionId, DecisionId> decisions = new HashMap<>();
        private final Map<DecisionId, Integer> lines = new HashMap<>();
        private final Map<NominationId, LocalDate> filedOn = new HashMap<>();
        private final Set<NominationId> withdrawn = new HashSet<>();
        private final List<Fact> facts = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();

        Reading(RecordImport command, ImportState state) {
            this.command = command;
            this.state = state;
        }

        void take(Entry entry) {
            var broken = check(entry);
            var reason = entry.asFound();
            if (broken.isPresent() && reason == null) {
                refusals.add(at(entry, broken.get()));
                return;
            }
            var fact = fact(entry);
            if (broken.isPresent() && reason != null) {
                var rule = broken.get().code().name();
                fact = fact.asFound(new AsFound(rule, reason, command.confirmedBy()));
            }
            facts.add(fact);
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
            if (day.isAfter(command.origin().today())) {
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
                        Checks.first(
                                () -> units.check(l.from(), day), () -> units.check(l.to(), day));
                case ReissueListSubmitted l ->
                        Checks.first(
                                () -> units.check(l.from(), day), () -> units.check(l.to(), day));
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
        private Optional<Refused> checkNomination(
                @Nullable NominationId nomination, LocalDate day) {
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
                    command.origin().by(),
                    command.origin().request().id(),
                    command.origin().onBehalfOf(),
                    command.origin().arrival(),
                    null,
                    entry.provenance(),
                    command.imported(),
                    null);
        }

        /// A further sheet of a decision already there continues its identity and line numbers
        /// (R9).
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

        Outcome outcome() {
            if (!refusals.isEmpty()) {
                return new Refused(
                        IMPORT_REJECTED,
                        Map.of("count", Integer.toString(refusals.size())),
                        refusals);
            }
            facts.add(
                    new Fact(
                            new ImportCompleted(
                                    command.imported(),
                                    command.fileName(),
                                    command.fileSha256(),
                                    command.rows(),
                                    facts.size(),
                                    command.confirmedBy(),
                                    command.selfConfirmed()),
                            command.origin().effectiveOn(),
                            command.origin().document(),
                            command.origin().by(),
                            command.origin().request().id(),
                            command.origin().onBehalfOf(),
                            command.origin().arrival(),
                            null,
                            null,
                            command.imported(),
                            null));
            return Outcome.accept(facts);
        }
    }
}
