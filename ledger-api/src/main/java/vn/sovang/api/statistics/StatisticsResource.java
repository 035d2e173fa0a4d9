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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

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
    private final FigureDesk desk;

    StatisticsResource(Figures figures, Ledger ledger) {
        this.desk = new FigureDesk(figures, ledger.feed());
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
        var lines = desk.lines(question, parameters, isTrue(distinct));
        return json(StatisticsJson.write(lines.answer(), lines.breakdown(), lines.recipients()));
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
        return json(desk.events(question, parameters, after, limit).json());
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
        return json(StatisticsJson.write(desk.comparison(question, other, parameters)));
    }

    @Operation(summary = "A statistical form of the ministry, as far as the ledger has the data")
    @ApiResponse(responseCode = "200", description = "Rows by columns; an empty row says why")
    @GetMapping(
            path = "/api/v1/statistics/forms/{form}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> form(
            @Parameter(description = "0601, 0602 or 0603") @PathVariable String form,
            @RequestParam MultiValueMap<String, String> parameters) {
        var question = question(parameters);
        question.check();
        return json(desk.form(question, form).json());
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

    private static ResponseEntity<byte[]> json(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
