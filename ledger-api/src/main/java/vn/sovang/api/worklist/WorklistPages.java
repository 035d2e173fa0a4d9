package vn.sovang.api.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.VietnameseOrder;

/// Worklists for people.
@Controller
class WorklistPages {
    private static final int ROWS = 50;

    private final Projections projections;
    private final Scopes scopes;

    WorklistPages(Projections projections, Scopes scopes) {
        this.projections = projections;
        this.scopes = scopes;
    }

    @GetMapping("/thoi-han")
    String clocks(
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            @RequestParam(name = "ngay", required = false) @Nullable String day,
            @RequestParam(name = "buoc", required = false) @Nullable String step,
            @RequestParam(name = "qua-han", required = false) @Nullable String overdue,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            SignedIn reader,
            Model model) {
        var question = new WorklistQuestion(unit, day, step, overdue, knownAt);
        frame(model, question);
        model.addAttribute("steps", List.of(Step.values()));
        try {
            var page = Worklist.page(projections, question, scopes.of(reader), rows(after));
            var list = page.list();
            model.addAttribute("list", list);
            model.addAttribute("next", behind("sau", page.next()));
            model.addAttribute(
                    "reconstructed", list.steps().stream().anyMatch(s -> s.reconstructed()));
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
        }
        return "worklist/clocks";
    }

    private static Worklist.Rows rows(@Nullable String after) {
        return new Worklist.Rows(after == null || after.isBlank() ? null : after, ROWS);
    }

    /// The query of the page behind this one; null at the end.
    private static @Nullable String behind(String parameter, @Nullable String next) {
        if (next == null) {
            return null;
        }
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(parameter, UriUtils.encodeQueryParam(next, UTF_8))
                .build()
                .getQuery();
    }

    @GetMapping("/hien-vat-dang-giu")
    String custody(
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            @RequestParam(name = "ngay", required = false) @Nullable String day,
            @RequestParam(name = "qua-han", required = false) @Nullable String overdue,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            @RequestParam(name = "sau", required = false) @Nullable String afterHeld,
            @RequestParam(name = "sau-thu-hoi", required = false) @Nullable String afterToRecover,
            SignedIn reader,
            Model model) {
        var question = new WorklistQuestion(unit, day, null, overdue, knownAt);
        frame(model, question);
        try {
            var page =
                    Worklist.items(
                            projections,
                            question,
                            scopes.of(reader),
                            new Worklist.BothRows(rows(afterHeld), rows(afterToRecover)));
            var list = page.list();
            model.addAttribute("list", list);
            model.addAttribute("nextHeld", behind("sau", page.nextHeld()));
            model.addAttribute("nextToRecover", behind("sau-thu-hoi", page.nextToRecover()));
            model.addAttribute(
                    "reconstructed", list.held().stream().anyMatch(i -> i.reconstructed()));
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
        }
        return "worklist/custody";
    }

    private void frame(Model model, WorklistQuestion question) {
        model.addAttribute("question", question);
        model.addAttribute(
                "units",
                projections.register().units().stream()
                        .sorted(Comparator.comparing(UnitRow::authorityName, VietnameseOrder.TEXTS))
                        .toList());
    }
}
