package vn.sovang.api.statistics;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.Ledger;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.ReissueKind;

/// The half-year table with its two paragraphs, and the events behind each of its figures, for
/// people.
@Controller
class StatisticsPages {
    private static final int EVENTS = 50;
    private static final List<Dimension> AWARD_AND_KIND =
            List.of(Dimension.AWARD, Dimension.RECIPIENT_KIND, Dimension.AUTHORITY);

    private final Figures figures;
    private final Ledger ledger;
    private final Entitlement entitlement;

    StatisticsPages(Figures figures, Ledger ledger, Entitlement entitlement) {
        this.figures = figures;
        this.entitlement = entitlement;
        this.ledger = ledger;
    }

    @GetMapping("/thong-ke")
    String statistics(
            @RequestParam MultiValueMap<String, String> parameters,
            SignedIn reader,
            Locale locale,
            Model model) {
        var question = question(parameters);
        model.addAttribute("mayDraft", entitlement.admits("GET", "/bao-cao/soan", reader));
        model.addAttribute("question", question);
        model.addAttribute("periodName", question.period());
        model.addAttribute("policies", List.of(PeriodPolicy.values()));
        model.addAttribute("views", List.of(View.values()));
        model.addAttribute("unitViews", List.of(UnitView.values()));
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

    private StatisticsQuestion question(MultiValueMap<String, String> parameters) {
        var period = parameters.getFirst("ky");
        return new StatisticsQuestion(
                period == null || period.isBlank() ? figures.lastPeriod() : period.strip(),
                parameters.getFirst("cach-tinh"),
                parameters.getFirst("co-quan"),
                parameters.getFirst("so-ghi-den"),
                parameters.getFirst("cach-xem"),
                parameters.getFirst("don-vi"),
                parameters.getFirst("co-quan-biet-den"));
    }

    private void fill(StatisticsQuestion question, Messages messages, Model model) {
        question.check();
        model.addAttribute("periodName", PeriodName.of(question.readPeriod(), messages));
        model.addAttribute("policy", question.readPolicy());
        model.addAttribute("view", question.readView());
        model.addAttribute("units", question.readUnits());
        var authority = figures.mainAuthority(question);
        model.addAttribute("authority", authority.orElse(null));
        if (authority.isEmpty()) {
            var answer = figures.ask(question);
            model.addAttribute("answer", answer);
            show(
                    StatisticsTable.of(answer, null),
                    new FigureAddress(question, null, answer.position()),
                    messages,
                    model);
            model.addAttribute("unallocated", new FigureWords(messages).unallocated(answer));
            return;
        }
        var answer = figures.ask(question, authority.get());
        var report = figures.report(question, authority.get());
        model.addAttribute("answer", answer);
        // The words of a report are those of what the ledger knows, under the units of then.
        boolean ofTheLedger = !answer.claimed() && question.readUnits() == UnitView.AS_THEN;
        model.addAttribute("report", ofTheLedger ? report : null);
        model.addAttribute("papers", List.of("docx", "pdf", "xlsx", "txt"));
        show(
                StatisticsTable.of(answer, report),
                new FigureAddress(question, authority.get(), answer.position()),
                messages,
                model);
        model.addAttribute("unallocated", new FigureWords(messages).unallocated(answer));
        model.addAttribute("reconstructed", figures.isReconstructed(authority.get(), answer));
    }

    private static void show(
            StatisticsTable table, FigureAddress address, Messages messages, Model model) {
        model.addAttribute("table", table);
        model.addAttribute("charts", new FigureCharts(messages).of(table, address));
    }

    /// The events behind a figure, a page at a time.
    @GetMapping("/thong-ke/su-kien")
    String events(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var question = question(parameters);
        question.check();
        var choice = figures.choice(parameters);
        var answer = figures.ask(question);
        var page = figures.trace(answer, choice, FigureChoice.cursor(after), EVENTS);
        model.addAttribute("question", question);
        model.addAttribute("answer", answer);
        model.addAttribute("periodName", PeriodName.of(question.readPeriod(), Messages.in(locale)));
        model.addAttribute("lines", figures.breakdown(answer, choice.by(AWARD_AND_KIND)).lines());
        model.addAttribute("words", new FigureWords(Messages.in(locale)));
        model.addAttribute("by", AWARD_AND_KIND);
        model.addAttribute("events", TracedEvent.of(page, ledger.feed()));
        model.addAttribute("sealedTo", ledger.checkpoint().map(c -> c.size()).orElse(0L));
        if (page.next() != null) {
            model.addAttribute(
                    "next",
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .replaceQueryParam("sau", page.next())
                            .build()
                            .getQuery());
        }
        return "statistics/events";
    }
}
