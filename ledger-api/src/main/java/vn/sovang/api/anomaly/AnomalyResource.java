package vn.sovang.api.anomaly;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;

/// Anomalies for programs.
@RestController
@RequestMapping(path = "/api/v1/anomalies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "anomalies")
class AnomalyResource {
    private final Projections projections;

    AnomalyResource(Projections projections) {
        this.projections = projections;
    }

    @Operation(summary = "Findings of the rules as known at a moment, the heaviest first")
    @GetMapping
    ResponseEntity<AnomalyForms.Anomalies> anomalies(
            @Parameter(description = "code of a rule") @RequestParam(required = false)
                    @Nullable String rule,
            @Parameter(description = "SERIOUS, NOTICE or INFO") @RequestParam(required = false)
                    @Nullable String severity,
            @Parameter(description = "OPEN, EXPLAINED or CURED") @RequestParam(required = false)
                    @Nullable String state,
            @Parameter(description = "id of the unit that has to answer")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            @Parameter(description = "day for which time limits are looked at; today without it")
                    @RequestParam(required = false)
                    @Nullable String on,
            @Parameter(description = "the `next` of the page before")
                    @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "rows wanted, 1 to 500; 50 without it")
                    @RequestParam(required = false)
                    @Nullable String limit,
            Locale locale) {
        var question = new AnomalyQuestion(rule, severity, state, unit, knownAt, on);
        var page =
                AnomalyQuestion.page(
                        projections.anomalies(),
                        question.filter(projections.anomalies()),
                        after,
                        AnomalyQuestion.limit(limit));
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + address(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(AnomalyForms.Anomalies.of(page, Messages.in(locale)));
    }

    private static String address(String next) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", next)
                .toUriString();
    }

    @Operation(summary = "Every rule with what it found; those that can find nothing say why")
    @GetMapping("/rules")
    List<AnomalyForms.Rule> rules(
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            Locale locale) {
        var question = new AnomalyQuestion(null, null, null, null, knownAt, null);
        var counts = projections.anomalies().counts(question.filter(projections.anomalies()));
        return AnomalyForms.Rule.all(counts, Messages.in(locale));
    }

    @Operation(summary = "One finding")
    @GetMapping("/{key}")
    AnomalyForms.Anomaly anomaly(
            @PathVariable String key,
            @Parameter(description = "position, instant, or day in Vietnam; now without it")
                    @RequestParam(required = false)
                    @Nullable String knownAt,
            Locale locale) {
        var question = new AnomalyQuestion(null, null, null, null, knownAt, null);
        var row =
                AnomalyQuestion.find(
                        projections.anomalies(), key, question.filter(projections.anomalies()));
        return AnomalyForms.Anomaly.of(row, Messages.in(locale));
    }
}
