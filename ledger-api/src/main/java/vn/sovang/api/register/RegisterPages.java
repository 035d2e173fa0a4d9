package vn.sovang.api.register;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.event.Provenance;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.Page;
import vn.sovang.projection.register.RegisterLists.DecisionFilter;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.VietnameseOrder;

/// The lists of the register, for people.
@Controller
class RegisterPages {
    private static final int ROWS = 50;

    private final Projections projections;
    private final AsOf moments;
    private final Scopes scopes;
    private final Entitlement entitlement;

    RegisterPages(Projections projections, AsOf moments, Scopes scopes, Entitlement entitlement) {
        this.projections = projections;
        this.moments = moments;
        this.scopes = scopes;
        this.entitlement = entitlement;
    }

    @GetMapping("/khen-thuong")
    String awards(
            @RequestParam(name = "co-quan", required = false) @Nullable String authority,
            @RequestParam(name = "hinh-thuc", required = false) @Nullable String award,
            @RequestParam(name = "so", required = false) @Nullable String number,
            @RequestParam(name = "tu-ngay", required = false) @Nullable String from,
            @RequestParam(name = "den-ngay", required = false) @Nullable String to,
            @RequestParam(name = "doi-tuong", required = false) @Nullable String kind,
            @RequestParam(name = "tinh-trang", required = false) @Nullable String status,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Model model) {
        var question = new AwardQuestion(authority, award, number, from, to, kind, status, null);
        model.addAttribute("question", question);
        model.addAttribute("units", sorted(projections.register().units(), UnitRow::authorityName));
        model.addAttribute(
                "types", sorted(projections.register().awardTypes(), AwardTypeRow::nameVi));
        model.addAttribute("kinds", List.of(RecipientKind.values()));
        model.addAttribute("statuses", List.of(AwardStatus.values()));
        model.addAttribute("first", after == null || after.isBlank());
        model.addAttribute("asked", knownAt);
        try {
            var at = moments.forPage("so-ghi-den", knownAt, after);
            model.addAttribute("at", at);
            model.addAttribute("then", at.link(knownAt));
            var register = scopes.within(at.register(), reader);
            show(RegisterResource.page(register, question.filter(), after, ROWS), model);
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
            show(new Page<>(List.of(), null), model);
        }
        return "register/awards";
    }

    private static <T> List<T> sorted(List<T> rows, Function<T, String> name) {
        return rows.stream().sorted(Comparator.comparing(name, VietnameseOrder.TEXTS)).toList();
    }

    private static void show(Page<AwardRow> page, Model model) {
        model.addAttribute("rows", page.rows());
        model.addAttribute(
                "reconstructed",
                page.rows().stream().map(AwardRow::provenance).anyMatch(RegisterPages::isRebuilt));
        next(page, model);
    }

    private static void next(Page<?> page, Model model) {
        if (page.next() != null) {
            model.addAttribute(
                    "next",
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .replaceQueryParam("sau", page.next())
                            .build()
                            .getQuery());
        }
    }

    static boolean isRebuilt(@Nullable Provenance provenance) {
        return provenance != null
                && provenance.source() == Provenance.Source.RECONSTRUCTED_FROM_REPORT;
    }

    @GetMapping("/quyet-dinh")
    String decisions(
            @RequestParam(name = "co-quan", required = false) @Nullable String authority,
            @RequestParam(name = "so", required = false) @Nullable String number,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Model model) {
        var question = AwardQuestion.ofDecisions(authority, number);
        model.addAttribute("question", question);
        model.addAttribute("units", sorted(projections.register().units(), UnitRow::authorityName));
        model.addAttribute("first", after == null || after.isBlank());
        model.addAttribute("asked", knownAt);
        try {
            var at = moments.forPage("so-ghi-den", knownAt, after);
            model.addAttribute("at", at);
            model.addAttribute("then", at.link(knownAt));
            var filter = question.filter();
            var wanted =
                    new DecisionFilter(filter.authority(), filter.decisionNumber(), null, null);
            var register = scopes.within(at.register(), reader);
            var page =
                    RegisterResource.listed(
                            after, cursor -> register.lists().decisions(wanted, cursor, ROWS));
            model.addAttribute("rows", page.rows());
            next(page, model);
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
            model.addAttribute("rows", List.of());
        }
        return "register/decisions";
    }

    @GetMapping("/don-vi")
    String units(
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Model model) {
        model.addAttribute("asked", knownAt);
        model.addAttribute("registers", entitlement.admits("GET", "/don-vi/moi", reader));
        try {
            var at = moments.at("so-ghi-den", knownAt);
            model.addAttribute("at", at);
            model.addAttribute("then", at.link(knownAt));
            model.addAttribute("rows", at.register().units());
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
            model.addAttribute("rows", List.of());
        }
        return "register/units";
    }
}
