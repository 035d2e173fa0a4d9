package vn.sovang.api.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures for programs.
@RestController
@Tag(name = "statistics")
class StatisticsResource {
    private final Figures figures;

    StatisticsResource(Figures figures) {
        this.figures = figures;
    }

    @Operation(summary = "Figures of a period, as the ledger knew them at a moment")
    @ApiResponse(
            responseCode = "200",
            description = "One cell for each figure that is not zero; stages are never summed",
            content = @Content(schema = @Schema(implementation = StatisticsForm.class)))
    @GetMapping(path = "/api/v1/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> statistics(
            @Parameter(description = "2024-H1, 2024 or 2024-01-15..2024-03-31", required = true)
                    @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = "CALENDAR_HALF_YEAR (default) or ADMINISTRATIVE_HALF_YEAR")
                    @RequestParam(required = false)
                    @Nullable String policy,
            @Parameter(description = "name or id of a unit; all units without it")
                    @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            @Parameter(description = "original (default) or restated")
                    @RequestParam(required = false)
                    @Nullable String view) {
        var answer = figures.ask(new StatisticsQuestion(period, policy, authority, knownAt, view));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(StatisticsJson.write(answer).getBytes(StandardCharsets.UTF_8));
    }
}
