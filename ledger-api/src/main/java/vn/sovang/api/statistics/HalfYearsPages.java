package vn.sovang.api.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Origin;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;

/// Half-years side by side over several years, as a picture and as the table beside it.
@Controller
class HalfYearsPages {
    private final Figures figures;

    HalfYearsPages(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/thong-ke/nhieu-nam")
    String years(
            @RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
        model.addAttribute("policies", List.of(PeriodPolicy.values()));
        model.addAttribute("views", List.of(View.values()));
        model.addAttribute("unitViews", List.of(UnitView.values()));
        model.addAttribute("measures", List.of(Measure.DECIDED, Measure.PROPOSED));
        model.addAttribute("authorities", figures.authorities());
        model.addAttribute("typedYear", parameters.getFirst("den-nam"));
        model.addAttribute("typedYears", parameters.getFirst("so-nam"));
        var question = question(parameters, LocalDate.now(Clock.system(Origin.VIETNAM)).getYear());
        model.addAttribute("question", question);
        try {
            fill(parameters, Messages.in(locale), model);
        } catch (Failure failure) {
            if (failure.code().httpStatus() >= 500) {
                throw failure;
            }
            model.addAttribute("failure", failure);
        }
        return "statistics/half-years";
    }

    private void fill(MultiValueMap<String, String> parameters, Messages messages, Model model) {
        var asked =
                HalfYears.Asked.read(
                        parameters.getFirst("chi-tieu"),
                        parameters.getFirst("den-nam"),
                        parameters.getFirst("so-nam"),
                        LocalDate.now(Clock.system(Origin.VIETNAM)).getYear());
        var question = question(parameters, asked.last());
        question.check();
        var authority = figures.mainAuthority(question);
        var years = HalfYears.ask(figures, question, authority.orElse(null), asked);
        model.addAttribute("question", question);
        model.addAttribute("asked", asked);
        model.addAttribute("policy", question.readPolicy());
        model.addAttribute("view", question.readView());
        model.addAttribute("units", question.readUnits());
        model.addAttribute("authority", authority.orElse(null));
        model.addAttribute("years", years);
        model.addAttribute("chart", new FigureCharts(messages).years(years).svg(messages.locale()));
        model.addAttribute("answer", figures.ask(question));
        model.addAttribute("districtsEnded", Comparison.DISTRICTS_ENDED);
    }

    private static StatisticsQuestion question(MultiValueMap<String, String> parameters, int year) {
        return new StatisticsQuestion(
                Integer.toString(year),
                parameters.getFirst("cach-tinh"),
                parameters.getFirst("co-quan"),
                parameters.getFirst("so-ghi-den"),
                parameters.getFirst("cach-xem"),
                parameters.getFirst("don-vi"),
                parameters.getFirst("co-quan-biet-den"));
    }
}
