package vn.sovang.api.list;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.anomaly.AnomalyForms;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.inspection.InspectionForms;
import vn.sovang.api.register.ReferenceForms;
import vn.sovang.api.register.RegisterForms;
import vn.sovang.api.report.ReportForms;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.projection.custody.Reissues.Applicant;

/// Every list for programs, and as a file (*tải về*) under the same address with a suffix: a link
/// of a page can name a suffix, and no header. What a list can be asked stands in its [Listing];
/// [ListContract] tells it.
@RestController
@Tag(name = "lists")
class ListResource {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private static final String FILE = ".{format:csv|xlsx}";

    /// Files that may be written at once: each holds a page in memory and a file on disk.
    private static final int WRITERS = 4;

    private final Lists lists;
    private final Scopes scopes;
    private final ListFile file;
    private final Semaphore writers = new Semaphore(WRITERS);

    ListResource(Lists lists, Scopes scopes) {
        this.lists = lists;
        this.scopes = scopes;
        this.file = new ListFile(lists, InstantSource.system());
    }

    @Operation(summary = "Award lines, newest day of signature first")
    @GetMapping(path = "/api/v1/awards", produces = JSON)
    ResponseEntity<ListAnswer<RegisterForms.Award>> awards(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.awards, request, reader(reader, locale));
    }

    @Operation(summary = "Items, the last to come into the ledger first")
    @GetMapping(path = "/api/v1/artifacts", produces = JSON)
    ResponseEntity<ListAnswer<RegisterForms.Artifact>> artifacts(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.artifacts, request, reader(reader, locale));
    }

    @Operation(summary = "Decisions, newest day of signature first")
    @GetMapping(path = "/api/v1/decisions", produces = JSON)
    ResponseEntity<ListAnswer<ReferenceForms.Decision>> decisions(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.decisions, request, reader(reader, locale));
    }

    @Operation(summary = "Recipients, the last to come into the ledger first; names are sealed")
    @GetMapping(path = "/api/v1/recipients", produces = JSON)
    ResponseEntity<ListAnswer<ReferenceForms.Recipient>> recipients(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.recipients, request, reader(reader, locale));
    }

    @Operation(summary = "Units, highest level first, then by name")
    @GetMapping(path = "/api/v1/units", produces = JSON)
    ResponseEntity<ListAnswer<ReferenceForms.Unit>> units(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.units, request, reader(reader, locale));
    }

    @Operation(summary = "Nominations, the last to come into the ledger first")
    @GetMapping(path = "/api/v1/nominations", produces = JSON)
    ResponseEntity<ListAnswer<ReferenceForms.Nomination>> nominations(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.nominations, request, reader(reader, locale));
    }

    @Operation(summary = "Re-issue cases, the last to come into the ledger first")
    @GetMapping(path = "/api/v1/reissue-cases", produces = JSON)
    ResponseEntity<ListAnswer<ReferenceForms.Case>> reissueCases(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.reissueCases, request, reader(reader, locale));
    }

    @Operation(summary = "Steps that wait, with their time limits, the most urgent first")
    @GetMapping(path = "/api/v1/clocks", produces = JSON)
    ResponseEntity<ListAnswer<Worklist.Step>> clocks(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.clocks, request, reader(reader, locale));
    }

    @Operation(summary = "Items in offices' hands, or to be taken back, longest first")
    @GetMapping(path = "/api/v1/custody", produces = JSON)
    ResponseEntity<ListAnswer<Worklist.Item>> custody(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.custody, request, reader(reader, locale));
    }

    @Operation(summary = "Applicants with several cases, most first; who they are is sealed")
    @GetMapping(path = "/api/v1/reissues/applicants", produces = JSON)
    ResponseEntity<ListAnswer<Applicant>> applicants(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.applicants, request, reader(reader, locale));
    }

    @Operation(summary = "Reports issued from the ledger, newest first, without their figures")
    @GetMapping(path = "/api/v1/reports", produces = JSON)
    ResponseEntity<ListAnswer<ReportForms.Report>> reports(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.reports, request, reader(reader, locale));
    }

    @Operation(summary = "Reports on paper whose claims the ledger holds, the newest entered first")
    @GetMapping(path = "/api/v1/paper-reports", produces = JSON)
    ResponseEntity<ListAnswer<ReportForms.PaperForm>> papers(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.papers, request, reader(reader, locale));
    }

    @Operation(summary = "Inspections as known at a moment, the newest first")
    @GetMapping(path = "/api/v1/inspections", produces = JSON)
    ResponseEntity<ListAnswer<InspectionForms.Head>> inspections(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.inspections, request, reader(reader, locale));
    }

    @Operation(summary = "Findings of the rules as known at a moment, the heaviest first")
    @GetMapping(path = "/api/v1/anomalies", produces = JSON)
    ResponseEntity<ListAnswer<AnomalyForms.Anomaly>> anomalies(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.anomalies, request, reader(reader, locale));
    }

    @Operation(summary = "Who searched, opened, took away, signed in or was refused, oldest first")
    @GetMapping(path = "/api/v1/access", produces = JSON)
    ResponseEntity<ListAnswer<Map<String, Object>>> access(
            HttpServletRequest request, SignedIn reader, Locale locale) {
        return answer(lists.access, request, reader(reader, locale));
    }

    private ListReader reader(SignedIn reader, Locale locale) {
        return new ListReader(scopes.of(reader), Messages.in(locale));
    }

    private <R, F> ResponseEntity<ListAnswer<F>> answer(
            Listing<R, F> list, HttpServletRequest request, ListReader reader) {
        var question = ListQuestion.of(list.parameters(), request.getParameterMap());
        var page = lists.answer(list, question, reader);
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + address(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    private static String address(String next) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", next)
                .build()
                .toUriString();
    }

    @Hidden
    @TakesAway
    @GetMapping(
            "/api/v1/{list:awards|artifacts|decisions|recipients|nominations|reissue-cases|clocks"
                    + "|custody}"
                    + FILE)
    ResponseEntity<InputStreamResource> ofUnits(
            @PathVariable String list,
            @PathVariable String format,
            HttpServletRequest request,
            SignedIn reader,
            Locale locale)
            throws IOException {
        return file(list, format, request, reader(reader, locale));
    }

    @Hidden
    @TakesAway
    @GetMapping("/api/v1/{list:units|reports|paper-reports|inspections|anomalies}" + FILE)
    ResponseEntity<InputStreamResource> ofAll(
            @PathVariable String list,
            @PathVariable String format,
            HttpServletRequest request,
            SignedIn reader,
            Locale locale)
            throws IOException {
        return file(list, format, request, reader(reader, locale));
    }

    @Hidden
    @TakesAway
    @GetMapping("/api/v1/reissues/applicants" + FILE)
    ResponseEntity<InputStreamResource> applicantsFile(
            @PathVariable String format, HttpServletRequest request, SignedIn reader, Locale locale)
            throws IOException {
        return file(lists.applicants.address(), format, request, reader(reader, locale));
    }

    @Hidden
    @TakesAway
    @GetMapping("/api/v1/access" + FILE)
    ResponseEntity<InputStreamResource> accessFile(
            @PathVariable String format, HttpServletRequest request, SignedIn reader, Locale locale)
            throws IOException {
        return file(lists.access.address(), format, request, reader(reader, locale));
    }

    private ResponseEntity<InputStreamResource> file(
            String address, String format, HttpServletRequest request, ListReader reader)
            throws IOException {
        var list = lists.find(address).orElseThrow(() -> Failure.of(FailureCode.NOT_FOUND));
        var kind = ListFormat.valueOf(format.toUpperCase(Locale.ROOT));
        var question = ListQuestion.ofFile(list.parameters(), request.getParameterMap());
        if (!writers.tryAcquire()) {
            throw Failure.of(FailureCode.TOO_MUCH_WORK);
        }
        Path written;
        try {
            written = file.write(list, question, reader, kind);
        } finally {
            writers.release();
        }
        var name = "so-vang-" + address.replace('/', '-') + "." + kind.suffix();
        long length = Files.size(written);
        var bytes =
                new InputStreamResource(
                        Files.newInputStream(written, StandardOpenOption.DELETE_ON_CLOSE));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .contentLength(length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
