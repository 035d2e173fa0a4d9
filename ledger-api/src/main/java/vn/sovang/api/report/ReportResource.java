package vn.sovang.api.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.projection.Projections;

/// Reports for programs. Issuing one comes with sign-in; the command line issues.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "reports")
class ReportResource {
    private final ReportDesk desk;
    private final Projections projections;

    ReportResource(ReportDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    private ReportForms forms() {
        return new ReportForms(projections);
    }

    @Operation(summary = "A report with the figures it was issued with")
    @GetMapping("/reports/{id}")
    ReportForms.Report report(@PathVariable String id) {
        return forms().whole(desk.find(id));
    }

    @Operation(summary = "A report beside what the ledger knows, explained event by event")
    @GetMapping("/reports/{id}/reconciliation")
    ReportForms.Comparison reconciliation(
            @PathVariable String id,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt) {
        return forms().comparison(desk.reconcile(desk.find(id), knownAt));
    }

    @Operation(summary = "The figures of a period at two moments, explained event by event")
    @GetMapping("/statistics/reconciliation")
    ReportForms.Comparison moments(
            @Parameter(description = "2024-H1, 2024 or 2024-01-15..2024-03-31", required = true)
                    @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = "CALENDAR_HALF_YEAR (default) or ADMINISTRATIVE_HALF_YEAR")
                    @RequestParam(required = false)
                    @Nullable String policy,
            @Parameter(description = "name or id of a unit; all units without it")
                    @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "original (default) or restated")
                    @RequestParam(required = false)
                    @Nullable String view,
            @Parameter(description = "the earlier moment", required = true)
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "the later moment; now without it")
                    @RequestParam(required = false)
                    @Nullable String to) {
        var question = new StatisticsQuestion(period, policy, authority, to, view);
        return forms().comparison(desk.reconcile(question, from));
    }

    @Operation(summary = "What a paper claims beside what the ledger holds")
    @GetMapping("/paper-reports/{id}/reconciliation")
    ReportForms.ClaimCheckForm claims(
            @PathVariable String id,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt) {
        return forms().claims(desk.check(desk.paper(id), knownAt));
    }
}
