package vn.sovang.api.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.Ledger;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.projection.Projections;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.View;

/// Reports and their reconciliation, for people.
@Controller
class ReportPages {
    private final ReportDesk desk;
    private final Projections projections;
    private final Ledger ledger;

    ReportPages(ReportDesk desk, Projections projections, Ledger ledger) {
        this.desk = desk;
        this.projections = projections;
        this.ledger = ledger;
    }

    @GetMapping("/thong-ke/bao-cao")
    String reports(Model model) {
        model.addAttribute("names", new ReportNames(projections));
        model.addAttribute("reports", projections.issuedReports().reports(null));
        model.addAttribute("papers", projections.issuedReports().papers());
        return "statistics/reports";
    }

    @GetMapping("/thong-ke/bao-cao/{id}")
    String report(
            @PathVariable String id,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            Model model) {
        var report = desk.find(id);
        model.addAttribute("report", report);
        model.addAttribute("figures", projections.issuedReports().figures(report.id()));
        model.addAttribute("later", knownAt);
        return compared(model, () -> model.addAttribute("answer", desk.reconcile(report, knownAt)));
    }

    @GetMapping("/thong-ke/doi-chieu")
    String moments(
            @RequestParam(name = "ky", required = false) @Nullable String period,
            @RequestParam(name = "cach-tinh", required = false) @Nullable String policy,
            @RequestParam(name = "co-quan", required = false) @Nullable String authority,
            @RequestParam(name = "cach-xem", required = false) @Nullable String view,
            @RequestParam(name = "tu", required = false) @Nullable String from,
            @RequestParam(name = "den", required = false) @Nullable String to,
            Model model) {
        var question = new StatisticsQuestion(period, policy, authority, to, view);
        model.addAttribute("question", question);
        model.addAttribute("from", from);
        model.addAttribute("later", to);
        model.addAttribute("policies", List.of(PeriodPolicy.values()));
        model.addAttribute("views", List.of(View.values()));
        model.addAttribute("units", projections.register().units());
        if (from == null) {
            // Nothing is asked yet: the form stands alone.
            return compared(model, () -> {});
        }
        return compared(model, () -> model.addAttribute("answer", desk.reconcile(question, from)));
    }

    private String compared(Model model, Runnable comparing) {
        model.addAttribute("names", new ReportNames(projections));
        model.addAttribute(
                "sealedTo", ledger.checkpoint().map(checkpoint -> checkpoint.size()).orElse(0L));
        try {
            comparing.run();
        } catch (Failure failure) {
            show(failure, model);
        }
        return "statistics/reconciliation";
    }

    @GetMapping("/thong-ke/bao-cao-giay/{id}")
    String claims(
            @PathVariable String id,
            @RequestParam(name = "so-ghi-den", required = false) @Nullable String knownAt,
            Model model) {
        var paper = desk.paper(id);
        model.addAttribute("names", new ReportNames(projections));
        model.addAttribute("paper", paper);
        model.addAttribute("later", knownAt);
        try {
            model.addAttribute("check", desk.check(paper, knownAt));
        } catch (Failure failure) {
            show(failure, model);
        }
        return "statistics/claims";
    }

    private static void show(Failure failure, Model model) {
        if (failure.code().httpStatus() >= 500) {
            throw failure;
        }
        model.addAttribute("failure", failure);
    }
}
