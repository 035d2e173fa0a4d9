package vn.sovang.projection.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Measure;

/// The second paragraph: surveys, commendations for the resistance wars, re-issue cases.
///
/// @param territory such as `thành phố`; null for a body without one
record ResistanceParagraph(@Nullable String territory) {
    private static final String OPENING = "Về thành tích kháng chiến: ";
    private static final String SURVEY = "khảo sát tình hình quản lý hiện vật khen thưởng";
    private static final String REVIEW = "rà soát đề nghị ";
    private static final String REVIEWED = " khen thưởng thành tích kháng chiến";

    /// @param surveyed what the surveys opened in the period were about
    String write(List<String> surveyed, List<Line> lines, ReissueCounts reissues) {
        var clauses = new ArrayList<String>();
        if (!surveyed.isEmpty()) {
            clauses.add(survey(surveyed));
        }
        commendations(clauses, "đề nghị tặng ", Measure.PROPOSED, lines);
        commendations(clauses, "tặng ", Measure.DECIDED, lines);
        if (reissues.total() != 0) {
            clauses.add(REVIEW + reissues.text() + REVIEWED);
        }
        return clauses.isEmpty()
                ? OPENING + "không phát sinh."
                : OPENING + EmulationParagraph.capitalised(String.join("; ", clauses)) + ".";
    }

    private String survey(List<String> surveyed) {
        String about = SURVEY + " liên quan đến " + String.join(", ", surveyed);
        return territory == null ? about : about + " trên địa bàn " + territory;
    }

    private static void commendations(
            List<String> clauses, String verb, Measure stage, List<Line> lines) {
        var told = lines.stream().filter(line -> line.stage() == stage).toList();
        if (!told.isEmpty()) {
            clauses.add(verb + EmulationParagraph.phrases(told));
        }
    }
}
