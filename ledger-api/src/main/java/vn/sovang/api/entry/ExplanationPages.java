package vn.sovang.api.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.anomaly.AnomalyForms.Anomaly;
import vn.sovang.api.anomaly.AnomalyQuestion;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.AnomalyRow;

/// An anomaly is explained, and an explanation taken back (*giải trình bất thường, rút giải
/// trình*).
@Controller
class ExplanationPages {
    /// Stands in the form's address for the evidence that was read, so that nobody explains what
    /// came after.
    private static final String SEEN = "bang-chung";

    private static final String EXPLAIN = "giai-trinh";

    /// Things of which the ledger knows whose data a text about them is.
    private static final List<String> OF_SOMEBODY = List.of("recipient:", "award:", "nomination:");

    private final EntryDesk desk;
    private final Projections projections;

    ExplanationPages(EntryDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    @RequestMapping(
            path = "/bat-thuong/{key}/{buoc:giai-trinh|rut-giai-trinh}",
            method = {RequestMethod.GET, RequestMethod.POST})
    String explanation(@PathVariable String key, @PathVariable("buoc") String slug, Visit visit) {
        var anomalies = projections.anomalies();
        var row = AnomalyQuestion.find(anomalies, key, AnomalyQuestion.ALL.filter(anomalies));
        var sheet = slug.equals(EXPLAIN) ? explain(row, visit) : withdraw(row, visit);
        return desk.visit(sheet, visit);
    }

    private Sheet explain(AnomalyRow row, Visit visit) {
        var caller = caller(visit);
        var fields = new ArrayList<Field>();
        fields.add(caller.day());
        fields.add(Field.of("giai-trinh", Kind.WORDS, "/event/reason").needed());
        if (OF_SOMEBODY.stream().anyMatch(row.key().thing()::startsWith)) {
            fields.add(Field.of("ve-nguoi", Kind.WORDS, "/event/detail"));
        }
        var event = Caller.object().put("finding", row.key().toString());
        row.evidence().forEach(event.putArray("evidence")::add);
        var seen = visit.request().getParameter(SEEN);
        var token = Integer.toHexString(row.evidence().hashCode());
        Finish fresh =
                (body, complaints) -> {
                    if (!token.equals(seen)) {
                        complaints.add("", visit.texts().text("entry.evidence.changed"));
                    }
                };
        return sheet(
                "explain-anomaly",
                page(row) + "/" + EXPLAIN + "?" + SEEN + "=" + token,
                new Asked(row, event, new Part("act", fields), fresh),
                caller);
    }

    private Sheet withdraw(AnomalyRow row, Visit visit) {
        var caller = caller(visit);
        var reason = Field.of("ly-do-rut-giai-trinh", Kind.WORDS, "/event/reason").needed();
        return sheet(
                "withdraw-explanation",
                page(row) + "/rut-giai-trinh",
                new Asked(
                        row,
                        Caller.object().put("finding", row.key().toString()),
                        new Part("act", List.of(caller.day(), reason)),
                        Finish.NOTHING),
                caller);
    }

    private record Asked(AnomalyRow row, ObjectNode event, Part part, Finish finish) {}

    private static Sheet sheet(String command, String address, Asked asked, Caller caller) {
        var page = page(asked.row());
        var fixed = Caller.object();
        fixed.set("event", asked.event());
        return new Sheet(
                command,
                command,
                address,
                new About(Anomaly.of(asked.row(), caller.texts()).title(), page),
                List.of(asked.part(), caller.paper()),
                fixed,
                asked.finish(),
                done -> page);
    }

    private static String page(AnomalyRow row) {
        return "/bat-thuong/"
                + UriUtils.encodePathSegment(row.key().toString(), StandardCharsets.UTF_8);
    }

    private Caller caller(Visit visit) {
        return new Caller(visit.who(), visit.texts(), projections.register());
    }
}
