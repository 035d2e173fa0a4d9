package vn.sovang.projection.inspection;

import java.util.List;
import java.util.Optional;
import vn.sovang.projection.inspection.InspectionAct.ActKind;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.InspectedMatter;

/// A finding with all that was done with it, oldest first, as known at a position.
///
/// @param number 1, 2, 3 … within the inspection
/// @param acts the first of them is the finding itself
public record InspectionFinding(
        int number, InspectedMatter about, FindingSeverity severity, List<InspectionAct> acts) {
    /// Where a finding stands.
    public enum Settlement {
        /// It waits for the office.
        OPEN,
        /// It waits for an inspector.
        EXPLAINED,
        /// The explanation was accepted.
        SETTLED
    }

    public InspectionFinding {
        acts = List.copyOf(acts);
    }

    public Settlement state() {
        return switch (acts.getLast().kind()) {
            case EXPLAINED -> Settlement.EXPLAINED;
            case ACCEPTED -> Settlement.SETTLED;
            case OPENED, FOUND, REOPENED, CLOSED -> Settlement.OPEN;
        };
    }

    /// The finding itself.
    public InspectionAct found() {
        return acts.getFirst();
    }

    /// The explanation given last.
    public Optional<InspectionAct> explained() {
        return last(ActKind.EXPLAINED);
    }

    /// What was concluded; empty unless it is settled.
    public Optional<InspectionAct> concluded() {
        return state() == Settlement.SETTLED ? last(ActKind.ACCEPTED) : Optional.empty();
    }

    private Optional<InspectionAct> last(ActKind kind) {
        return acts.reversed().stream().filter(act -> act.kind() == kind).findFirst();
    }
}
