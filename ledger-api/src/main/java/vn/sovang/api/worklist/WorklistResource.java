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
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.custody.Reissues;
import vn.sovang.projection.custody.Reissues.By;
import vn.sovang.projection.custody.Reissues.Span;

/// How requests are spread, for programs.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "worklists")
class WorklistResource {
    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    private final Projections projections;

    WorklistResource(Projections projections) {
        this.projections = projections;
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

    private Span span(@Nullable String from, @Nullable String to, @Nullable String knownAt) {
        var first = WorklistQuestion.read("from", from, FailureCode.DATE_MALFORMED, Days::of);
        var last = WorklistQuestion.read("to", to, FailureCode.DATE_MALFORMED, Days::of);
        var moment = AskedMoment.of(projections.custody().moments(), knownAt);
        var span =
                new Span(
                        first == null ? BEFORE_ALL : first,
                        last == null ? AFTER_ALL : last,
                        moment.position());
        if (span.to().isBefore(span.from())) {
            throw Failure.at("to", FailureCode.DAYS_REVERSED, String.valueOf(to));
        }
        return span;
    }
}
