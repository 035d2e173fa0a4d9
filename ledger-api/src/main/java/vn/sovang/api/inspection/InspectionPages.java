package vn.sovang.api.inspection;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;

/// The inspections, and one with its findings and sample, for people.
@Controller
class InspectionPages {
    private final InspectionDesk desk;
    private final Projections projections;
    private final Entitlement entitlement;

    InspectionPages(InspectionDesk desk, Projections projections, Entitlement entitlement) {
        this.desk = desk;
        this.projections = projections;
        this.entitlement = entitlement;
    }

    @GetMapping("/thanh-tra")
    String inspections(
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Model model) {
        model.addAttribute("asked", knownAt);
        model.addAttribute("opens", entitlement.admits("GET", "/thanh-tra/moi", reader));
        model.addAttribute("names", new ReportNames(projections));
        model.addAttribute("rows", List.of());
        try {
            model.addAttribute("rows", desk.all(null, desk.position(knownAt)));
        } catch (Failure failure) {
            if (failure.code().httpStatus() >= 500) {
                throw failure;
            }
            model.addAttribute("failure", failure);
        }
        return "inspection/inspections";
    }

    @GetMapping("/thanh-tra/{id}")
    String inspection(
            @PathVariable String id,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Locale locale,
            Model model) {
        var names = new ReportNames(projections);
        var file = InspectionFile.of(desk, id, desk.position(knownAt), names, Messages.in(locale));
        var sample = desk.sample(file.inspection());
        boolean goesOn =
                file.inspection().closed() == null && (knownAt == null || knownAt.isBlank());
        var page = "/thanh-tra/" + id;
        model.addAttribute(
                "inspects", goesOn && entitlement.admits("GET", page + "/ghi-noi-dung", reader));
        model.addAttribute(
                "answers",
                goesOn && entitlement.admits("GET", page + "/noi-dung/1/giai-trinh", reader));
        model.addAttribute("asked", knownAt);
        model.addAttribute("names", names);
        model.addAttribute("row", file.inspection());
        model.addAttribute("annex", Annex.of(file, sample));
        model.addAttribute(
                "drawn", sample.events().stream().map(InspectionForms.Drawn::of).toList());
        return "inspection/inspection";
    }
}
