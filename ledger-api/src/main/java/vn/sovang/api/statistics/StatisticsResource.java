package vn.sovang.api.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.TracePage;
import vn.sovang.projection.statistics.TracePage.Cursor;

/// Figures for programs. The parameters that say what the figures stand on are the same everywhere:
///
/// | parameter | means |
/// |---|---|
/// | `period` | `2024-H1`, `2024`, `2023-2024` (school year), `2019..2024`, two days |
/// | `policy` | `CALENDAR_HALF_YEAR` (default), `ADMINISTRATIVE_HALF_YEAR`, `CHOT_ND09_NAM` … |
/// | `authority` | name or id of a unit; all units without it |
/// | `knownAt` | position, instant, day in Vietnam, checkpoint (`size@root` or its note); now without it |
/// | `view` | `original` (default) or `restated` |
/// | `units` | `as-then` (default) or `as-now` |
/// | `officeKnewAt` | day: only what the office claims to have received by then |
/// | `by` | dimensions to break down by, all without it |
/// | `measure`, `award`, `rank`, `level`, `recipientKind`, `commendationType`, `proposingUnit`, `recipientUnit`, `reissueKind`, `artifactKind` | only these values |
@RestController
@Tag(name = "statistics")
class StatisticsResource {
    private static final int PAGE = 100;

    private final Figures figures;
    private final Ledger ledger;

    StatisticsResource(Figures figures, Ledger ledger) {
        this.figures = figures;
        this.ledger = ledger;
    }

    @Operation(summary = "Figures of a period, as the ledger knew them at a moment")
    @ApiResponse(
            responseCode = "200",
            description = "One cell for each figure that is not zero; stages are never summed",
            content = @Content(schema = @Schema(implementation = StatisticsForm.class)))
    @GetMapping(path = "/api/v1/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> statistics(
            @Parameter(description = "period, policy, authority, knownAt, view, units, …")
                    @RequestParam
                    MultiValueMap<String, String> parameters,
            @Parameter(description = "true: also how many recipients are behind each figure")
                    @RequestParam(required = false)
                    @Nullable String distinct) {
        var question = question(parameters);
        question.check();
        var choice = figures.choice(parameters);
        var answer = figures.ask(question);
        var breakdown = figures.breakdown(answer, choice);
        var recipients = isTrue(distinct) ? figures.recipients(answer, breakdown) : null;
        return json(StatisticsJson.write(answer, breakdown, recipients));
    }

    private static boolean isTrue(@Nullable String text) {
        return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
            case "", "false" -> false;
            case "true" -> true;
            default ->
                    throw Failure.at("distinct", FailureCode.VALUE_UNKNOWN, String.valueOf(text));
        };
    }

    @Operation(summary = "The events behind figures, each with the address of its proof")
    @ApiResponse(responseCode = "200", description = "By position, a page at a time")
    @GetMapping(path = "/api/v1/statistics/events", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> events(
            @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "most events, 1 to 500") @RequestParam(required = false)
                    @Nullable String limit) {
        var question = question(parameters);
        question.check();
        var choice = figures.choice(parameters);
        var answer = figures.ask(question);
        var page = figures.trace(answer, choice, cursor(after), limit(limit, PAGE));
        return json(
                TraceJson.write(
                        answer,
                        TracedEvent.of(page, ledger.feed()),
                        page.next() == null ? null : page.next().toString()));
    }

    @Operation(summary = "Two periods, or one period as known at two moments, and the differences")
    @ApiResponse(
            responseCode = "200",
            description =
                    "breakOn: the day the district level ended, where the figures reach over it")
    @GetMapping(path = "/api/v1/statistics/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> comparison(
            @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(description = "the other period; the same without it")
                    @RequestParam(required = false)
                    @Nullable String with,
            @Parameter(description = "the other moment; the same without it")
                    @RequestParam(required = false)
                    @Nullable String withKnownAt) {
        var question = question(parameters);
        question.check();
        var other = question.about(with, withKnownAt);
        other.check();
        var choice = figures.choice(parameters);
        var authority = figures.authority(question).orElse(null);
        var first = authority == null ? figures.ask(question) : figures.ask(question, authority);
        var second = authority == null ? figures.ask(other) : figures.ask(other, authority);
        return json(
                StatisticsJson.write(
                        Comparison.of(first, second, choice.dimensions(), choice.selection())));
    }

    private static StatisticsQuestion question(MultiValueMap<String, String> parameters) {
        return new StatisticsQuestion(
                parameters.getFirst("period"),
                parameters.getFirst("policy"),
                parameters.getFirst("authority"),
                parameters.getFirst("knownAt"),
                parameters.getFirst("view"),
                parameters.getFirst("units"),
                parameters.getFirst("officeKnewAt"));
    }

    /// @throws Failure `CURSOR_MALFORMED`
    static Cursor cursor(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Cursor.START;
        }
        try {
            return Cursor.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, text).because(e);
        }
    }

    /// @throws Failure `LIMIT_OUT_OF_RANGE`
    static int limit(@Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > TracePage.MAX) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return limit;
    }

    private static ResponseEntity<byte[]> json(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
