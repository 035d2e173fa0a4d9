package vn.sovang.projection.inspection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.inspection.InspectionFinding.Settlement;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.SampleDesign;

/// An inspection as known at a position.
///
/// @param body who inspects, as the decision names it
/// @param number of the decision, as written
/// @param opened how it was opened
/// @param closed how it ended; absent while it goes on
public record InspectionRow(
        InspectionId id,
        String body,
        String number,
        InspectionScope scope,
        CutOff cutOff,
        SampleDesign sample,
        InspectionAct opened,
        List<InspectionFinding> findings,
        @Nullable InspectionAct closed) {
    public InspectionRow {
        findings = List.copyOf(findings);
    }

    /// How many findings stand so.
    public long count(Settlement state) {
        return findings.stream().filter(f -> f.state() == state).count();
    }

    public Optional<InspectionFinding> finding(int number) {
        return findings.stream().filter(f -> f.number() == number).findFirst();
    }
}
