package vn.sovang.api.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.custody.Reissues;
import vn.sovang.projection.custody.Reissues.By;
import vn.sovang.projection.custody.Reissues.Span;

/// Worklists for programs.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "worklists")
class WorklistResource {
    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    private final Projections projections;
    private final Scopes scopes;

    WorklistResource(Projections projections, Scopes scopes) {
        this.projections = projections;
        this.scopes = scopes;
    }

    @Operation(summary = "Steps that wait, with their time limits, the most urgent first")
    @GetMapping("/clocks")
    Worklist.Steps clocks(
            @Parameter(description = "id of the unit whose turn it is")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(description = "day for which limits are worked out; today without it")
                    @RequestParam(required = false)
                    @Nullable String day,
            @Parameter(description = "PROVINCE_REVIEW, CENTRE_DECISION, APPRAISAL …")
                    @RequestParam(required = false)
                    @Nullable String step,
            @Parameter(description = "true: only what is past its last day")
                    @RequestParam(required = false)
                    @Nullable String overdue,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            SignedIn reader) {
        return Worklist.steps(projections, new WorklistQuestion(unit, day, step, overdue, knownAt))
                .within(scopes.of(reader));
    }

    @Operation(summary = "Items in offices' hands, longest first, and items to be taken back")
    @GetMapping("/custody")
    Worklist.Items custody(
            @Parameter(description = "id of the unit that holds them; all without it")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(description = "day for which limits are worked out; today without it")
                    @RequestParam(required = false)
                    @Nullable String day,
            @Parameter(description = "true: only what is past its last day")
                    @RequestParam(required = false)
                    @Nullable String overdue,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            SignedIn reader) {
        return Worklist.items(projections, new WorklistQuestion(unit, day, null, overdue, asOf))
                .within(scopes.of(reader));
    }

    /// How many cases there are of each kind.
    record Counts(String by, long position, List<Reissues.Count> counts) {
        Counts {
            counts = List.copyOf(counts);
        }
    }

    @Operation(summary = "Cases of exchange, re-issue and first issue, by what tells them apart")
    @GetMapping("/reissues/counts")
    Counts counts(
            @Parameter(description = "KIND, UNIT, OFFICE, AWARD or RELATION; KIND without it")
                    @RequestParam(required = false)
                    @Nullable String by,
            @Parameter(description = "first day of receipt") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "last day of receipt") @RequestParam(required = false)
                    @Nullable String to,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt) {
        var asked =
                WorklistQuestion.read(
                        "by",
                        by,
                        FailureCode.VALUE_UNKNOWN,
                        text -> By.valueOf(text.toUpperCase(Locale.ROOT)));
        var kind = asked == null ? By.KIND : asked;
        var span = span(from, to, knownAt);
        return new Counts(kind.name(), span.knownAt(), projections.reissues().count(kind, span));
    }

    /// Applicants with several cases.
    record Applicants(long position, List<Reissues.Applicant> applicants) {
        Applicants {
            applicants = List.copyOf(applicants);
        }
    }

    @Operation(summary = "Applicants with several cases; who they are is sealed")
    @GetMapping("/reissues/applicants")
    Applicants applicants(
            @Parameter(description = "cases at least, from 2; 2 without it")
                    @RequestParam(required = false)
                    @Nullable String min,
            @Parameter(description = "first day of receipt") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "last day of receipt") @RequestParam(required = false)
                    @Nullable String to,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt) {
        var asked = WorklistQuestion.read("min", min, FailureCode.VALUE_UNKNOWN, this::atLeast);
        var span = span(from, to, knownAt);
        int cases = asked == null ? 2 : asked;
        return new Applicants(span.knownAt(), projections.reissues().withMany(cases, span));
    }

    private int atLeast(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 2) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    private Span span(@Nullable String from, @Nullable String to, @Nullable String knownAt) {
        var first =
                WorklistQuestion.read(
                        "from", from, FailureCode.DATE_MALFORMED, WorklistQuestion::day);
        var last =
                WorklistQuestion.read("to", to, FailureCode.DATE_MALFORMED, WorklistQuestion::day);
        var moment = AskedMoment.of(projections.custody().moments(), knownAt);
        var span =
                new Span(
                        first == null ? BEFORE_ALL : first,
                        last == null ? AFTER_ALL : last,
                        moment.position());
        if (span.to().isBefore(span.from())) {
            throw Failure.at("to", FailureCode.DATE_MALFORMED, String.valueOf(to));
        }
        return span;
    }
}
