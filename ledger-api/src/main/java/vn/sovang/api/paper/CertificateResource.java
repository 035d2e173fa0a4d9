package vn.sovang.api.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.projection.Projections;

/// Certificates on blanks: how each line's texts fit, the sheets themselves, and a test print.
@RestController
@Tag(name = "papers")
class CertificateResource {
    private final Certificates certificates;
    private final BlankLayouts layouts;
    private final Projections projections;
    private final Scopes scopes;

    CertificateResource(
            Ledger ledger, Projections projections, BlankLayouts layouts, Scopes scopes) {
        this.certificates = new Certificates(ledger, projections, layouts);
        this.layouts = layouts;
        this.projections = projections;
        this.scopes = scopes;
    }

    /// How one line's texts fit.
    record SheetForm(String award, int lineNumber, String outcome, List<String> adjusted) {
        SheetForm {
            adjusted = List.copyOf(adjusted);
        }

        static SheetForm of(Certificates.Sheet sheet) {
            return new SheetForm(
                    sheet.award().toString(),
                    sheet.lineNumber(),
                    sheet.outcome().name(),
                    sheet.adjusted().stream().map(BlankField::name).toList());
        }
    }

    /// A print run before it is printed; names stand on the sheets only.
    ///
    /// @param layoutVersion 0 until the office has adjusted the layout
    /// @param whole whether every line in force gets a sheet
    record RunForm(
            String award,
            String artifact,
            int layoutVersion,
            boolean whole,
            List<SheetForm> sheets) {
        RunForm {
            sheets = List.copyOf(sheets);
        }
    }

    @Operation(
            summary = "How the lines of a decision fit on their blanks",
            description = "What wraps, is smaller, or does not fit; nothing is ever cut.")
    @GetMapping(path = "/api/v1/papers/certificates", produces = MediaType.APPLICATION_JSON_VALUE)
    RunForm report(
            @Parameter(description = "id of the decision") @RequestParam(required = false)
                    @Nullable String decision,
            @Parameter(description = "code of the award") @RequestParam(required = false)
                    @Nullable String award,
            @Parameter(description = "which of its artifacts") @RequestParam(required = false)
                    @Nullable String artifact,
            @Parameter(description = "ids of award lines") @RequestParam(required = false)
                    @Nullable List<String> line,
            @Parameter(description = "for what, the same on all") @RequestParam(required = false)
                    @Nullable String merit,
            SignedIn who) {
        var run = run(new PaperQuestion.OnBlanks(decision, award, artifact, line, merit), who);
        return new RunForm(
                run.blank().award().value(),
                run.blank().artifact().name(),
                run.layoutVersion(),
                run.isWhole(),
                run.sheets().stream().map(SheetForm::of).toList());
    }

    @Operation(
            summary = "The sheets of a print run, in the blank's own size",
            description = "Refused while a text does not fit.")
    @TakesAway
    @GetMapping("/api/v1/papers/certificates.pdf")
    ResponseEntity<byte[]> sheets(
            @Parameter(description = "id of the decision") @RequestParam(required = false)
                    @Nullable String decision,
            @Parameter(description = "code of the award") @RequestParam(required = false)
                    @Nullable String award,
            @Parameter(description = "which of its artifacts") @RequestParam(required = false)
                    @Nullable String artifact,
            @Parameter(description = "ids of award lines") @RequestParam(required = false)
                    @Nullable List<String> line,
            @Parameter(description = "for what, the same on all") @RequestParam(required = false)
                    @Nullable String merit,
            SignedIn who) {
        var run = run(new PaperQuestion.OnBlanks(decision, award, artifact, line, merit), who);
        return PaperAnswer.of(PaperFormat.PDF, "in-phoi_" + run.blank().award(), run.file());
    }

    private Certificates.Run run(PaperQuestion.OnBlanks asked, SignedIn who) {
        return asked.run(certificates, PaperReader.of(who, scopes.of(who)));
    }

    @Operation(summary = "A test print of a blank's layout, with rulers in millimetres if wanted")
    @GetMapping("/api/v1/papers/blanks/{award}/{artifact}.pdf")
    ResponseEntity<byte[]> testPrint(
            @PathVariable String award,
            @PathVariable String artifact,
            @Parameter(description = "true for rulers") @RequestParam(required = false)
                    @Nullable String grid) {
        var blank = Certificates.blank(award, artifact, new PaperBook(projections));
        var bytes = Certificates.test(layouts.find(blank).layout(), "true".equals(grid));
        return PaperAnswer.of(PaperFormat.PDF, "in-thu_" + award + "_" + artifact, bytes);
    }
}
