package vn.sovang.api.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;

/// The report on a period as a file.
@RestController
@Tag(name = "statistics")
class PaperResource {
    private final HalfYearPapers papers;

    PaperResource(Ledger ledger, Figures figures) {
        this.papers = new HalfYearPapers(ledger, figures);
    }

    @Operation(
            summary = "The report on a period as a draft for the office",
            description =
                    "Word, Excel, PDF/A or plain text, in the layout of decree 30/2020."
                            + " Number, date and signature stay open.")
    @TakesAway
    @GetMapping("/api/v1/statistics/paper.{format:docx|xlsx|pdf|txt}")
    ResponseEntity<byte[]> paper(
            @PathVariable String format,
            @Parameter(description = "such as 2024-H1") @RequestParam String period,
            @RequestParam(required = false) @Nullable String policy,
            @Parameter(description = "name or id of a unit") @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "position of the log, instant, or day in Vietnam")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            @Parameter(description = "true for a last page with checkpoint and square code")
                    @RequestParam(required = false)
                    @Nullable String proof)
            throws IOException {
        var question = new StatisticsQuestion(period, policy, authority, knownAt, null);
        return PaperAnswer.of(format, papers.write(question, "true".equals(proof)));
    }
}
