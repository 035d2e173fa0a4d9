package vn.sovang.inspection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.InspectionEvent.ExplanationAccepted;
import vn.sovang.event.InspectionEvent.FindingExplained;
import vn.sovang.event.InspectionEvent.FindingReopened;
import vn.sovang.event.InspectionEvent.InspectionClosed;
import vn.sovang.event.InspectionEvent.InspectionFindingRecorded;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.UnitId;

/// What the rules of inspections need to know; owned by one decision.
///
/// @param opened inspections by identity: the one asked about, and any under the same decision
/// @param about what the ledger has about the matter of a finding, where it has anything
record InspectionState(Map<InspectionId, Inspection> opened, Units units, @Nullable Thing about) {
    static final InspectionState NONE = new InspectionState(Map.of(), Units.NONE, null);

    /// What a finding is about.
    ///
    /// @param authority who decided it, where somebody did
    /// @param recipient under whose key what is said of it is sealed
    record Thing(@Nullable UnitId authority, LocalDate on, @Nullable UUID recipient) {
        static final Thing SOMETHING = new Thing(null, LocalDate.MIN, null);
    }

    /// Where a finding is.
    enum Standing {
        OPEN,
        EXPLAINED,
        SETTLED
    }

    /// One finding.
    ///
    /// @param lastOn day of what was done with it last
    record Finding(Standing standing, LocalDate lastOn) {}

    /// One inspection.
    ///
    /// @param explainers users who explained anything in it for the office
    record Inspection(
            InspectionOpened opening,
            LocalDate openedOn,
            Map<Integer, Finding> findings,
            Set<String> explainers,
            boolean closed) {
        Inspection {
            findings = Map.copyOf(findings);
            explainers = Set.copyOf(explainers);
        }

        int unsettled() {
            return (int)
                    findings.values().stream()
                            .filter(f -> f.standing() != Standing.SETTLED)
                            .count();
        }

        /// Day of what was done last.
        LocalDate lastOn() {
            return findings.values().stream()
                    .map(Finding::lastOn)
                    .max(LocalDate::compareTo)
                    .filter(openedOn::isBefore)
                    .orElse(openedOn);
        }

        private Inspection with(int finding, Standing standing, Fact fact) {
            var all = new HashMap<>(findings);
            all.put(finding, new Finding(standing, fact.effectiveOn()));
            var users = new HashSet<>(explainers);
            if (fact.event() instanceof FindingExplained) {
                users.add(fact.by().user());
            }
            return new Inspection(opening, openedOn, all, users, closed);
        }

        private Inspection ended() {
            return new Inspection(opening, openedOn, findings, explainers, true);
        }
    }

    InspectionState evolve(Fact fact) {
        return switch (fact.event()) {
            case InspectionEvent e -> inspection(e, fact);
            case AwardDecided e ->
                    about(
                            new Thing(
                                    e.key().authority(),
                                    fact.effectiveOn(),
                                    e.line().recipient().value()));
            case DecisionRecorded e ->
                    about(new Thing(e.key().authority(), fact.effectiveOn(), null));
            default ->
                    new InspectionState(
                            opened, units.evolve(fact), about == null ? Thing.SOMETHING : about);
        };
    }

    private InspectionState about(Thing thing) {
        return new InspectionState(opened, units, thing);
    }

    private InspectionState inspection(InspectionEvent event, Fact fact) {
        if (event instanceof InspectionOpened e) {
            return with(
                    new Inspection(e, fact.effectiveOn(), Map.of(), Set.of(), false),
                    e.inspection());
        }
        var before = opened.get(event.inspection());
        return before == null ? this : with(after(before, event, fact), event.inspection());
    }

    private static Inspection after(Inspection before, InspectionEvent event, Fact fact) {
        return switch (event) {
            case InspectionOpened _ -> before;
            case InspectionFindingRecorded e -> before.with(e.finding(), Standing.OPEN, fact);
            case FindingExplained e -> before.with(e.finding(), Standing.EXPLAINED, fact);
            case ExplanationAccepted e -> before.with(e.finding(), Standing.SETTLED, fact);
            case FindingReopened e -> before.with(e.finding(), Standing.OPEN, fact);
            case InspectionClosed _ -> before.ended();
        };
    }

    private InspectionState with(Inspection inspection, InspectionId id) {
        var all = new HashMap<>(opened);
        all.put(id, inspection);
        return new InspectionState(Map.copyOf(all), units, about);
    }
}
