package vn.sovang.api.anomaly;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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
