package vn.sovang.api.inspection;

import java.util.List;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Messages;
import vn.sovang.inspection.NumberGaps;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.inspection.InspectionRow;

/// Everything a reader sees of one inspection (*hồ sơ thanh tra*), but its sample.
///
/// @param knownAt position up to which its acts are told
/// @param gaps decision numbers as known at the cut-off
/// @param anomalies as known at the cut-off; one more than are shown where there are more
/// @param names of units and awards
public record InspectionFile(
        InspectionRow inspection,
        long knownAt,
        List<NumberGaps> gaps,
        List<AnomalyRow> anomalies,
        ReportNames names,
        Messages messages) {
    public InspectionFile {
        gaps = List.copyOf(gaps);
        anomalies = List.copyOf(anomalies);
    }

    /// Gathers it.
    ///
    /// @param knownAt see [vn.sovang.api.statistics.AskedMoment]
    /// @throws vn.sovang.api.text.Failure if there is no such inspection by then
    public static InspectionFile of(
            InspectionDesk desk, String id, long knownAt, ReportNames names, Messages messages) {
        var row = desk.find(id, knownAt);
        return new InspectionFile(
                row, knownAt, desk.gaps(row), desk.anomalies(row), names, messages);
    }
}
