package vn.sovang.api.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.statistics.FigureDesk;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.projection.Projections;

/// The papers an office sends, as drafts: Word, Excel, PDF/A or plain text, in the layout of NĐ
/// 30/2020/NĐ-CP. Names are opened for them, which is on record for each person.
@RestController
@Tag(name = "papers")
class PapersResource {
    private static final String FILE = ".{format:docx|xlsx|pdf|txt}";

    private final SubmissionPapers submissions;
    private final ReissuePapers reissues;
    private final ConfirmationPapers confirmations;
    private final FormPapers forms;
    private final Scopes scopes;

    PapersResource(Ledger ledger, Projections projections, Figures figures, Scopes scopes) {
        this.submissions = new SubmissionPapers(ledger, projections);
        this.reissues = new ReissuePapers(ledger, projections);
        this.confirmations = new ConfirmationPapers(ledger, projections);
        this.forms = new FormPapers(projections, figures, new FigureDesk(figures, ledger.feed()));
        this.scopes = scopes;
    }

    private PaperReader reader(SignedIn reader) {
        return PaperReader.of(reader, scopes.of(reader));
    }

    @Operation(
            summary = "The letter that submits nominations, with its list",
            description =
                    "Of one list that was sent, of the named nominations, or of all that a unit has"
                            + " drawn up and not sent.")
    @TakesAway
    @GetMapping("/api/v1/papers/submission" + FILE)
    ResponseEntity<byte[]> submission(
            @PathVariable String format,
            @Parameter(description = "id of a list that was sent") @RequestParam(required = false)
                    @Nullable String list,
            @Parameter(description = "ids of nominations") @RequestParam(required = false)
                    @Nullable List<String> nomination,
            @Parameter(description = "id of the unit whose letter it is")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(description = "id of the unit it goes to") @RequestParam(required = false)
                    @Nullable String to,
            SignedIn who)
            throws IOException {
        var asked = new PaperQuestion.Submission(list, nomination, unit, to);
        return PaperAnswer.of(format, asked.draft(submissions, reader(who)));
    }

    @Operation(
            summary = "The list of cases of one kind that an office sends up",
            description = "Of one list that was sent, or of cases by office, state and days.")
    @TakesAway
    @GetMapping("/api/v1/papers/reissue-list" + FILE)
    ResponseEntity<byte[]> reissueList(
            @PathVariable String format,
            @Parameter(description = "EXCHANGE, REISSUE or FIRST_ISSUE")
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(description = "id of a list that was sent") @RequestParam(required = false)
                    @Nullable String list,
            @Parameter(description = "id of the office that received them")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(description = "how they stand") @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(description = "first day of receipt") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "last day of receipt") @RequestParam(required = false)
                    @Nullable String until,
            SignedIn who)
            throws IOException {
        var asked = new PaperQuestion.ReissueList(kind, list, unit, status, from, until);
        return PaperAnswer.of(format, asked.draft(reissues, reader(who)));
    }

    @Operation(
            summary = "The letter that says what the books hold of an award",
            description =
                    "Of an annulled or stripped award it says so, and confirms nothing."
                            + " Number, date and signature stay open.")
    @TakesAway
    @GetMapping("/api/v1/papers/confirmation" + FILE)
    ResponseEntity<byte[]> confirmation(
            @PathVariable String format,
            @Parameter(description = "id of the award line") @RequestParam(required = false)
                    @Nullable String award,
            @Parameter(description = "id of the unit that confirms") @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(description = "who asked") @RequestParam(required = false)
                    @Nullable String addressee,
            @Parameter(description = "what it is wanted for") @RequestParam(required = false)
                    @Nullable String purpose,
            @Parameter(description = "true for a last page with checkpoint and square code")
                    @RequestParam(required = false)
                    @Nullable String proof,
            SignedIn who)
            throws IOException {
        var asked =
                new PaperQuestion.Confirmation(
                        award, unit, addressee, purpose, "true".equals(proof));
        return PaperAnswer.of(format, asked.draft(confirmations, reader(who)));
    }

    @Operation(
            summary = "A statistical form of the ministry as a paper",
            description = "0601, 0602 or 0603; where a figure cannot be known the row says why.")
    @TakesAway
    @GetMapping("/api/v1/papers/forms/{form}" + FILE)
    ResponseEntity<byte[]> form(
            @PathVariable String form,
            @PathVariable String format,
            @Parameter(description = "such as 2024-H1") @RequestParam(required = false)
                    @Nullable String period,
            @RequestParam(required = false) @Nullable String policy,
            @Parameter(description = "name or id of a unit") @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "position of the log, instant, or day in Vietnam")
                    @RequestParam(required = false)
                    @Nullable String knownAt)
            throws IOException {
        var question = new StatisticsQuestion(period, policy, authority, knownAt, null);
        return PaperAnswer.of(format, forms.of(question, form));
    }
}
