package vn.sovang.api.work;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.sovang.Ledger;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Intake;
import vn.sovang.api.Intake.Result;
import vn.sovang.api.Intake.Source;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.imports.Reading.Summary;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.imports.UnclearSheet;
import vn.sovang.api.recording.IdempotencyKey;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.work.Works.Asked;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.Text;

/// Takes offices' workbooks over the network: rehearsed or recorded, all of a file or nothing.
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "work")
class ImportResource {
    private static final int MAX_NAME = 200;

    private final Intake intake;
    private final Works works;

    ImportResource(Ledger ledger, Works works) {
        this.intake = new Intake(ledger);
        this.works = works;
    }

    /// What came of a file.
    ///
    /// @param outcome `WRONG`, `REFUSED`, `REHEARSED`, `STAGED`, `RECORDED` or `REPEATED`
    /// @param code of the rule that refused
    /// @param staged identity of a file that waits for somebody to confirm it
    /// @param events how many of each kind the file makes
    /// @param first position of the first event, where it is recorded
    /// @param unclear for the page only: examples name people
    record Import(
            String outcome,
            @Nullable String code,
            @Nullable UUID staged,
            int rows,
            Map<String, Integer> events,
            @Nullable Long first,
            @Nullable Long last,
            @Nullable Instant recordedAt,
            List<Row> errors,
            List<Row> notices,
            @JsonIgnore List<UnclearSheet> unclear) {
        Import {
            unclear = List.copyOf(unclear);
            events = Map.copyOf(events);
            errors = List.copyOf(errors);
            notices = List.copyOf(notices);
        }
    }

    /// One place of the file.
    ///
    /// @param words the message without the place
    record Row(
            @Nullable String sheet,
            @Nullable Integer row,
            @Nullable String column,
            String code,
            String message,
            @JsonIgnore String words) {
        /// Whether it can be put right in a row of the file.
        boolean isOfARow() {
            return sheet != null && row != null && row > 0;
        }
    }

    @Operation(
            summary = "Takes a workbook in, or rehearses it",
            description =
                    "Accepted with 202; the Location tells how far it is and what came of it. The"
                            + " outcome names every bad row. The same key with the same file is"
                            + " the same import.")
    @PostMapping(
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Work> begin(
            @Parameter(description = "the workbook, up to 50 MB")
                    @RequestParam(name = "file", required = false)
                    @Nullable MultipartFile file,
            @Parameter(description = "true: tell what would happen, record nothing")
                    @RequestParam(required = false)
                    @Nullable String rehearse,
            @Parameter(description = "user id of the second person who confirmed the file")
                    @RequestParam(required = false)
                    @Nullable String confirmedBy,
            HttpServletRequest request,
            SignedIn reader,
            Locale locale) {
        var by = reader.actor();
        var key = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER));
        boolean dry = flag(rehearse);
        var submission = submission(by, confirmedBy);
        if (file == null || file.isEmpty()) {
            throw Failure.of(FailureCode.FILE_MISSING);
        }
        var name = name(file);
        var copy = copy(file);
        var asked =
                new Asked(
                        key,
                        dry ? "REHEARSAL" : "IMPORT",
                        by.user() + " " + dry + " " + submission.confirmedBy() + " " + hash(copy));
        var work =
                works.begin(
                        asked,
                        locale,
                        progress -> {
                            try {
                                return take(
                                        new Source(copy, name), submission, dry, locale, progress);
                            } finally {
                                copy.toFile().delete();
                            }
                        });
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/imports/" + work.id())
                .body(work);
    }

    private static boolean flag(@Nullable String text) {
        return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Failure.at("rehearse", FailureCode.VALUE_UNKNOWN, "" + text);
        };
    }

    /// Whoever names no other person has confirmed alone, and the import says so (R10).
    private static Submission submission(Actor by, @Nullable String confirmedBy) {
        try {
            var confirmer =
                    confirmedBy == null || confirmedBy.isBlank()
                            ? by.user()
                            : Text.of("confirmedBy", confirmedBy);
            return new Submission(by, Instant.now(), confirmer, confirmer.equals(by.user()));
        } catch (IllegalValue e) {
            throw Failure.at("confirmedBy", FailureCode.PARAMETER_MALFORMED, "" + confirmedBy);
        }
    }

    /// What the sender calls the file, without folders; it is stored, never used as a path.
    static String name(MultipartFile file) {
        var sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        try {
            return Text.of("file", last.length() > MAX_NAME ? last.substring(0, MAX_NAME) : last);
        } catch (IllegalValue e) {
            throw Failure.at("file", FailureCode.PARAMETER_MALFORMED, last).because(e);
        }
    }

    static Path copy(MultipartFile file) {
        try {
            var copy = Files.createTempFile("import", ".xlsx");
            file.transferTo(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var digested = new DigestInputStream(in, digest)) {
                digested.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object take(
            Source source, Submission by, boolean dry, Locale locale, Works.Progress progress) {
        return told(
                dry
                        ? intake.rehearse(source, by)
                        : intake.record(source, by, new Telling(progress)),
                locale);
    }

    /// What is told of a file's way into the log.
    record Telling(Works.Progress progress) implements Intake.Progress {
        @Override
        public void read(Summary summary) {
            progress.total(summary.appended());
        }

        @Override
        public void recorded(long facts, long of) {
            progress.accept(facts);
        }
    }

    /// What came of a file, for whoever brought it.
    static Import told(Result result, Locale locale) {
        var messages = Messages.in(locale);
        return switch (result) {
            case Result.Wrong wrong ->
                    wrong("WRONG", null, rows(wrong.problems(), locale), wrong.unclear());
            case Result.Refusal(var refused, var notices) ->
                    wrong("REFUSED", refused.code().name(), rows(refused, messages), List.of());
            case Result.Rehearsed(var summary, var notices) ->
                    new Import(
                            "REHEARSED",
                            null,
                            null,
                            summary.rows(),
                            summary.events(),
                            null,
                            null,
                            null,
                            List.of(),
                            rows(notices, locale),
                            List.of());
            case Result.Staged(var imported, var summary, var notices) ->
                    new Import(
                            "STAGED",
                            null,
                            imported.value(),
                            summary.rows(),
                            summary.events(),
                            null,
                            null,
                            null,
                            List.of(),
                            rows(notices, locale),
                            List.of());
            case Result.Done(Receipt receipt, var summary, var notices) ->
                    new Import(
                            receipt.repeated() ? "REPEATED" : "RECORDED",
                            null,
                            null,
                            summary.rows(),
                            summary.events(),
                            receipt.first(),
                            receipt.last(),
                            receipt.recordedAt(),
                            List.of(),
                            rows(notices, locale),
                            List.of());
        };
    }

    private static Import wrong(
            String outcome, @Nullable String code, List<Row> errors, List<UnclearSheet> unclear) {
        return new Import(
                outcome, code, null, 0, Map.of(), null, null, null, errors, List.of(), unclear);
    }

    private static List<Row> rows(List<vn.sovang.api.imports.Problem> problems, Locale locale) {
        return problems.stream()
                .map(p ->
                        new Row(
                                p.sheet(),
                                p.row(),
                                p.column(),
                                p.code().name(),
                                p.text(locale),
                                inColumn(p, locale)))
                .toList();
    }

    private static String inColumn(vn.sovang.api.imports.Problem problem, Locale locale) {
        var column = problem.column();
        return column == null ? problem.reason(locale) : column + ": " + problem.reason(locale);
    }

    private static List<Row> rows(Refused refused, Messages messages) {
        var all = refused.details().isEmpty() ? List.of(refused) : refused.details();
        return all.stream().map(detail -> row(detail, messages)).toList();
    }

    private static Row row(Refused detail, Messages messages) {
        var at = detail.arguments();
        var row = at.get("row");
        return new Row(
                at.get("sheet"),
                row == null || !row.matches("[0-9]{1,9}") ? null : Integer.valueOf(row),
                at.get("column"),
                detail.code().name(),
                messages.refusal(detail),
                messages.refusal(detail));
    }

    @Operation(
            summary = "Lets a file go that waits to be confirmed",
            description = "Only before it is being recorded; 409 from then on.")
    @DeleteMapping("/staged/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id) {
        if (!intake.cancel(new ImportId(id(id)))) {
            throw Failure.of(FailureCode.IMPORT_NOT_WAITING);
        }
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "How far an import is, or what came of it")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Work one(@PathVariable String id) {
        return works.find(id(id));
    }

    @Operation(summary = "The same as server-sent events, one `progress` a change")
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        return works.stream(id(id));
    }

    static UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Failure.at("id", FailureCode.ID_MALFORMED, text);
        }
        return UUID.fromString(text);
    }
}
