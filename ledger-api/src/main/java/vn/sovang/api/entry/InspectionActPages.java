package vn.sovang.api.entry;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.api.entry.InspectionSheets.Act;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.log.CheckpointChoice;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;

/// An inspection is opened, carried through and closed on pages of its own (*tiến hành thanh tra*).
@Controller
class InspectionActPages {
    private static final String WHOLE = "/thanh-tra/{id}/{buoc:ghi-noi-dung|ket-thuc}";
    private static final String OFFICES = "/thanh-tra/{id}/noi-dung/{so}/{buoc:giai-trinh}";
    private static final String INSPECTORS =
            "/thanh-tra/{id}/noi-dung/{so}/{buoc:chap-nhan|yeu-cau-lai}";

    private final EntryDesk desk;
    private final InspectionDesk inspections;
    private final CheckpointChoice checkpoints;
    private final Lookup lookup;
    private final Projections projections;

    InspectionActPages(
            EntryDesk desk,
            InspectionDesk inspections,
            CheckpointChoice checkpoints,
            Lookup lookup,
            Projections projections) {
        this.desk = desk;
        this.inspections = inspections;
        this.checkpoints = checkpoints;
        this.lookup = lookup;
        this.projections = projections;
    }

    @RequestMapping(
            path = InspectionSheets.OPEN,
            method = {RequestMethod.GET, RequestMethod.POST})
    String open(Visit visit) {
        return desk.visit(sheets(visit).opening(lookup, checkpoints), visit);
    }

    @RequestMapping(
            path = WHOLE,
            method = {RequestMethod.GET, RequestMethod.POST})
    String act(@PathVariable String id, @PathVariable("buoc") String slug, Visit visit) {
        var row = inspections.find(id, inspections.position(null));
        return desk.visit(sheets(visit).of(named(slug), row), visit);
    }

    @RequestMapping(
            path = {OFFICES, INSPECTORS},
            method = {RequestMethod.GET, RequestMethod.POST})
    String answer(
            @PathVariable String id,
            @PathVariable("so") String number,
            @PathVariable("buoc") String slug,
            Visit visit) {
        var row = inspections.find(id, inspections.position(null));
        var finding =
                row.findings().stream()
                        .filter(f -> Integer.toString(f.number()).equals(number))
                        .findFirst()
                        .orElseThrow(() -> Failure.of(FailureCode.NOT_FOUND));
        return desk.visit(sheets(visit).of(named(slug), row, finding), visit);
    }

    private static Act named(String slug) {
        return Act.named(slug).orElseThrow(() -> Failure.of(FailureCode.NOT_FOUND));
    }

    private InspectionSheets sheets(Visit visit) {
        return new InspectionSheets(new Caller(visit.who(), visit.texts(), projections.register()));
    }
}
