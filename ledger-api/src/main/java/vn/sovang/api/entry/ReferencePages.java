package vn.sovang.api.entry;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.projection.Projections;

/// Units and recipients that the ledger does not have yet are registered (*đăng ký đơn vị, đối
/// tượng*).
@Controller
class ReferencePages {
    private final EntryDesk desk;
    private final Projections projections;

    ReferencePages(EntryDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    @RequestMapping(
            path = UnitSheets.NEW,
            method = {RequestMethod.GET, RequestMethod.POST})
    String unit(Visit visit) {
        return desk.visit(new UnitSheets(caller(visit)).fresh(), visit);
    }

    @RequestMapping(
            path = RecipientSheets.NEW,
            method = {RequestMethod.GET, RequestMethod.POST})
    String recipient(Visit visit) {
        return desk.visit(new RecipientSheets(caller(visit)).fresh(), visit);
    }

    private Caller caller(Visit visit) {
        return new Caller(visit.who(), visit.texts(), projections.register());
    }
}
