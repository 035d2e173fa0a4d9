package vn.sovang.api.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.Ledger;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.register.Timeline;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.anomaly.AnomalyRule;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.projection.anomaly.Severity;

/// The list of anomalies, the rules, and one finding with the events that prove it, for people.
@Controller
class AnomalyPages {
    private static final int ROWS = 50;

    private final Ledger ledger;
    private final Projections projections;
    private final Entitlement entitlement;

    AnomalyPages(Ledger ledger, Projections projections, Entitlement entitlement) {
        this.ledger = ledger;
        this.projections = projections;
        this.entitlement = entitlement;
    }

    @GetMapping("/bat-thuong")
    String anomalies(
            @RequestParam(name = "quy-tac", required = false) @Nullable String rule,
            @RequestParam(name = "muc-do", required = false) @Nullable String severity,
            @RequestParam(name = "tinh-trang", required = false) @Nullable String state,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var question = new AnomalyQuestion(rule, severity, state, unit, knownAt, null);
        model.addAttribute("question", question);
        model.addAttribute("units", projections.register().units());
        model.addAttribute(
                "rules", Arrays.stream(AnomalyRule.values()).filter(AnomalyRule::finds).toList());
        model.addAttribute("severities", List.of(Severity.values()));
        model.addAttribute("states", List.of(FindingState.values()));
        model.addAttribute("first", after == null || after.isBlank());
        model.addAttribute("rows", List.of());
        try {
            fill(question, after, Messages.in(locale), model);
        } catch (Failure failure) {
            if (failure.code().httpStatus() >= 500) {
                throw failure;
            }
            model.addAttribute("failure", failure);
        }
        return "anomaly/anomalies";
    }

    private void fill(
            AnomalyQuestion question, @Nullable String after, Messages messages, Model model) {
        var page =
                AnomalyQuestion.page(
                        projections.anomalies(),
                        question.filter(projections.anomalies()),
                        after,
                        ROWS);
        model.addAttribute("rows", AnomalyForms.Anomalies.of(page, messages).anomalies());
        if (page.next() != null) {
            model.addAttribute(
                    "next",
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .replaceQueryParam("sau", page.next())
                            .build()
                            .getQuery());
        }
    }

    @GetMapping("/bat-thuong/quy-tac")
    String rules(Locale locale, Model model) {
        var counts =
                projections.anomalies().counts(AnomalyQuestion.ALL.filter(projections.anomalies()));
        model.addAttribute("rows", AnomalyForms.Rule.all(counts, Messages.in(locale)));
        return "anomaly/rules";
    }

    @GetMapping("/bat-thuong/{key}")
    String anomaly(
            @PathVariable String key,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            SignedIn reader,
            Locale locale,
            Model model) {
        var question = new AnomalyQuestion(null, null, null, null, knownAt, null);
        var row =
                AnomalyQuestion.find(
                        projections.anomalies(), key, question.filter(projections.anomalies()));
        model.addAttribute("row", AnomalyForms.Anomaly.of(row, Messages.in(locale)));
        if (knownAt == null || knownAt.isBlank()) {
            model.addAttribute("answer", answer(row, reader));
        }
        var lines = projections.history().at(row.evidence());
        long sealedTo = ledger.checkpoint().map(c -> c.size()).orElse(0L);
        model.addAttribute("steps", Timeline.of(lines, sealedTo));
        return "anomaly/anomaly";
    }

    /// How the reader may answer the finding: the last part of the form's address; null if he may
    /// not, or there is nothing to answer.
    private @Nullable String answer(AnomalyRow row, SignedIn reader) {
        var form =
                switch (row.state()) {
                    case OPEN -> "giai-trinh";
                    case EXPLAINED -> "rut-giai-trinh";
                    case CURED -> null;
                };
        boolean may =
                form != null
                        && entitlement.admits(
                                "GET", "/bat-thuong/" + row.key() + "/" + form, reader);
        return may ? form : null;
    }
}
