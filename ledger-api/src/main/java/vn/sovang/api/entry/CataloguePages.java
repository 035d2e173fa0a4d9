package vn.sovang.api.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.Ledger;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.projection.Projections;

/// The catalogue with the days on which each type holds, the texts of law, and the forms by which
/// both change (*danh mục*).
@Controller
class CataloguePages {
    private final EntryDesk desk;
    private final Projections projections;
    private final Ledger ledger;
    private final Entitlement entitlement;

    CataloguePages(
            EntryDesk desk, Projections projections, Ledger ledger, Entitlement entitlement) {
        this.desk = desk;
        this.projections = projections;
        this.ledger = ledger;
        this.entitlement = entitlement;
    }

    private Caller caller(Visit visit) {
        return new Caller(visit.who(), visit.texts(), projections.register());
    }

    @GetMapping(CatalogueSheets.LIST)
    String list(Visit visit) {
        visit.model().addAttribute("types", projections.register().awardTypes());
        visit.model().addAttribute("laws", texts());
        visit.model().addAttribute("today", Days.today());
        visit.model()
                .addAttribute(
                        "changes", entitlement.admits("GET", CatalogueSheets.NEW, visit.who()));
        return "entry/catalogue";
    }

    /// As last defined, by code; few events, read from the log itself.
    private List<LegalTextDefined> texts() {
        var byCode = new LinkedHashMap<String, LegalTextDefined>();
        var query = TagQuery.of(CatalogueEvent.LEGAL_TAG, LegalTextDefined.class);
        ledger.read(Set.of(query))
                .forEach(recorded -> {
                    if (recorded.fact().event() instanceof LegalTextDefined text) {
                        byCode.put(text.code(), text);
                    }
                });
        return List.copyOf(byCode.values());
    }

    @RequestMapping(
            path = CatalogueSheets.NEW,
            method = {RequestMethod.GET, RequestMethod.POST})
    String define(Visit visit) {
        var code = Typed.of(visit.request()).text("tu-ma");
        return desk.visit(
                new CatalogueSheets(caller(visit)).define(definition(code).orElse(null)), visit);
    }

    private Optional<AwardTypeDefined> definition(String code) {
        return projections.register().awardTypes().stream()
                .filter(type -> type.code().value().equals(code))
                .flatMap(type ->
                        ledger
                                .read(
                                        Set.of(
                                                TagQuery.of(
                                                        type.code().tag(), AwardTypeDefined.class)))
                                .stream())
                .map(recorded -> recorded.fact().event())
                .filter(AwardTypeDefined.class::isInstance)
                .map(AwardTypeDefined.class::cast)
                .reduce((earlier, later) -> later);
    }

    @RequestMapping(
            path = CatalogueSheets.LIST + "/{code}/bai-bo",
            method = {RequestMethod.GET, RequestMethod.POST})
    String retire(@PathVariable String code, Visit visit) {
        var type =
                projections.register().awardTypes().stream()
                        .filter(row -> row.code().value().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Failure.of(FailureCode.NOT_FOUND));
        return desk.visit(new CatalogueSheets(caller(visit)).retire(type), visit);
    }

    @RequestMapping(
            path = CatalogueSheets.TEXT,
            method = {RequestMethod.GET, RequestMethod.POST})
    String text(Visit visit) {
        var code = Typed.of(visit.request()).text("tu-ma");
        var now = texts().stream().filter(text -> text.code().equals(code)).findFirst();
        return desk.visit(new CatalogueSheets(caller(visit)).text(now.orElse(null)), visit);
    }
}
