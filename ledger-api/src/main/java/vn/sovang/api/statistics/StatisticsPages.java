package vn.sovang.api.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Origin;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.ReissueKind;

/// The half-year table with its two paragraphs, for people.
@Controller
class StatisticsPages {
    private final Figures figures;
    private final Projections projections;

    StatisticsPages(Figures figures, Projections projections) {
        this.figures = figures;
        this.projections = projections;
    }

    @GetMapping("/thong-ke")
    String statistics(
            @RequestParam(name = "ky", required = false) @Nullable String period,
            @RequestParam(name = "cach-tinh", required = false) @Nullable String policy,
            @RequestParam(name = "co-quan", required = false) @Nullable String authority,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            @RequestParam(name = "cach-xem", required = false) @Nullable String view,
            Locale locale,
            Model model) {
        var question =
                new StatisticsQuestion(
                        period == null || period.isBlank() ? lastPeriod() : period.strip(),
                        policy,
                        authority,
                        knownAt,
                        view);
        model.addAttribute("question", question);
        model.addAttribute("periodName", question.period());
        model.addAttribute("policies", List.of(PeriodPolicy.values()));
        model.addAttribute("views", List.of(View.values()));
        model.addAttribute("authorities", figures.authorities());
        model.addAttribute("reissueKinds", List.of(ReissueKind.values()));
        try {
            fill(question, Messages.in(locale), model);
        } catch (Failure failure) {
            if (failure.code().httpStatus() >= 500) {
                throw failure;
            }
            model.addAttribute("failure", failure);
        }
        return "statistics/half-year";
    }

    private void fill(StatisticsQuestion question, Messages messages, Model model) {
        question.check();
        model.addAttribute("periodName", PeriodName.of(question.readPeriod(), messages));
        model.addAttribute("policy", question.readPolicy());
        model.addAttribute("view", question.readView());
        var authority = figures.mainAuthority(question);
        model.addAttribute("authority", authority.orElse(null));
        if (authority.isEmpty()) {
            var answer = figures.ask(question);
            model.addAttribute("answer", answer);
            model.addAttribute("table", StatisticsTable.of(answer, null));
            return;
        }
        var answer = figures.ask(question, authority.get());
        var report = figures.report(question, authority.get());
        model.addAttribute("answer", answer);
        model.addAttribute("report", report);
        model.addAttribute("table", StatisticsTable.of(answer, report));
        model.addAttribute("reconstructed", figures.isReconstructed(authority.get(), answer));
    }

    /// The half-year of the newest decision; this one for an empty register.
    private String lastPeriod() {
        var newest = projections.register().awards(AwardFilter.ALL, null, 1).rows();
        var day =
                newest.isEmpty()
                        ? LocalDate.now(Clock.system(Origin.VIETNAM))
                        : newest.getFirst().decidedOn();
        return day.getYear() + (day.getMonthValue() <= 6 ? "-H1" : "-H2");
    }
}
