package vn.sovang.api.inspection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;

/// Inspections for programs.
@RestController
@RequestMapping("/api/v1/inspections")
@Tag(name = "inspection")
class InspectionsResource {
    private static final String KNOWN_AT = "position, instant, or day in Vietnam; now without it";

    private final InspectionDesk desk;
    private final Projections projections;

    InspectionsResource(InspectionDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    @Operation(
            summary = "One inspection: findings, explanations, conclusions",
            description = "With number gaps and anomalies of the scope as known at the cut-off.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    InspectionForms.One inspection(
            @PathVariable String id,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false)
                    @Nullable String knownAt,
            Locale locale) {
        return InspectionForms.One.of(file(id, knownAt, locale));
    }

    private InspectionFile file(String id, @Nullable String knownAt, Locale locale) {
        return InspectionFile.of(
                desk,
                id,
                desk.position(knownAt),
                new ReportNames(projections),
                Messages.in(locale));
    }

    @Operation(
            summary = "The sample, drawn again from the log",
            description = "docs/inspection.md says how anybody draws it.")
    @GetMapping(path = "/{id}/sample", produces = MediaType.APPLICATION_JSON_VALUE)
    InspectionForms.SampleForm sample(@PathVariable String id) {
        var row = desk.find(id, desk.position(null));
        return InspectionForms.SampleForm.of(row, desk.sample(row));
    }

    @Operation(summary = "The annex to the minutes, as a file", description = "Names nobody.")
    @TakesAway
    @GetMapping("/{id}/annex")
    ResponseEntity<byte[]> annex(
            @PathVariable String id,
            @Parameter(description = "html, text or xlsx") @RequestParam(defaultValue = "html")
                    String format,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false)
                    @Nullable String knownAt,
            Locale locale)
            throws IOException {
        var form =
                AnnexFormat.of(format)
                        .orElseThrow(() -> Failure.at("format", FailureCode.VALUE_UNKNOWN, format));
        var file = file(id, knownAt, locale);
        var annex = Annex.of(file, desk.sample(file.inspection()));
        var name = "phu-luc-" + file.inspection().id() + "." + form.extension();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(form.write(annex, locale));
    }
}
