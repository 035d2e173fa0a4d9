package vn.sovang.api.inspection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.inspection.NumberGaps;

/// What an inspector asks first, for programs.
@RestController
@Tag(name = "inspection")
class InspectionResource {
    private final NumberGapsDesk desk;

    InspectionResource(NumberGapsDesk desk) {
        this.desk = desk;
    }

    /// The gap list.
    record GapList(
            String authority,
            int year,
            List<NumberGaps.Series> series,
            List<NumberGaps.Entry> unreadable) {}

    @Operation(summary = "Decision numbers of an authority in a year: missing, twice, out of order")
    @GetMapping(
            path = "/api/v1/inspection/decision-numbers",
            produces = MediaType.APPLICATION_JSON_VALUE)
    GapList decisionNumbers(
            @Parameter(description = "name or id of a unit", required = true)
                    @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "such as 2024", required = true)
                    @RequestParam(required = false)
                    @Nullable String year) {
        var gaps = desk.list(authority, year);
        return new GapList(
                gaps.authority().toString(), gaps.year(), gaps.series(), gaps.unreadable());
    }
}
