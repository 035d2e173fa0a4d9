package vn.sovang.api.work;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.sovang.Ledger;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Intake;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.imports.TemplateWorkbook;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.work.ImportResource.Import;
import vn.sovang.api.work.ImportResource.Row;
import vn.sovang.api.work.ImportResource.Telling;
import vn.sovang.api.work.Works.Asked;
import vn.sovang.bulk.StagedImport;
import vn.sovang.vocabulary.ImportId;

/// Taking in an office's workbook, for people (*nhập liệu*): one person uploads it and sees what is
/// wrong with it or what it would bring; another confirms it (R10); a bar shows how far it is.
@Controller
class ImportPages {
    private static final String HERE = "/nhap-lieu";
    private static final int SECONDS_BETWEEN_LOOKS = 3;

    private final Intake intake;
    private final Ledger ledger;
    private final Works works;
    private final KeptFiles kept;
    private final Uploads uploads;

    ImportPages(Ledger ledger, Works works, KeptFiles kept, Uploads uploads) {
        this.intake = new Intake(ledger);
        this.ledger = ledger;
        this.works = works;
        this.kept = kept;
        this.uploads = uploads;
    }

    /// A file that waits, as the list shows it.
    record Waiting(UUID id, String file, int rows, String by, Instant since, boolean going) {
        static Waiting of(StagedImport staged) {
            var head = staged.head();
            return new Waiting(
                    head.imported().value(),
                    head.fileName(),
                    head.rows(),
                    head.origin().by().user(),
                    staged.createdAt(),
                    staged.state() == StagedImport.State.APPENDING);
        }
    }

    @GetMapping(HERE)
    String all(Model model) {
        return all(model, null);
    }

    private String all(Model model, @Nullable Failure failure) {
        model.addAttribute("waiting", intake.staged().stream().map(Waiting::of).toList());
        model.addAttribute("failure", failure);
        return "work/imports";
    }

    @GetMapping(HERE + "/mau")
    ResponseEntity<byte[]> template(Locale locale) {
        try {
            var file = Files.createTempFile("mau", ".xlsx");
            try {
                TemplateWorkbook.write(file, locale);
                return ResponseEntity.ok()
                        .contentType(
                                MediaType.parseMediaType(
                                        "application/vnd.openxmlformats-officedocument"
                                                + ".spreadsheetml.sheet"))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"mau-nhap-lieu.xlsx\"")
                        .body(Files.readAllBytes(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping(HERE)
    String upload(
            @RequestParam(name = "tep", required = false) @Nullable MultipartFile file,
            SignedIn reader,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            if (file == null || file.isEmpty()) {
                throw Failure.of(FailureCode.FILE_MISSING);
            }
            var name = ImportResource.name(file);
            var work = uploads.begin(ImportResource.copy(file), name, reader, locale);
            return "redirect:" + HERE + "/viec/" + work.id();
        } catch (Failure failure) {
            response.setStatus(failure.code().httpStatus());
            return all(model, failure);
        }
    }

    @GetMapping(HERE + "/viec/{id}")
    String work(@PathVariable String id, SignedIn reader, Model model) {
        var work = works.find(ImportResource.id(id));
        boolean own = kept.has(work.id(), reader.user());
        model.addAttribute("refresh", work.isOver() ? null : SECONDS_BETWEEN_LOOKS);
        var outcome = work.outcome() instanceof Import came ? came : null;
        model.addAttribute("work", work);
        model.addAttribute("outcome", outcome);
        model.addAttribute("events", outcome == null ? Map.of() : outcome.events());
        model.addAttribute("unclear", own && outcome != null ? outcome.unclear() : List.of());
        model.addAttribute(
                "rows",
                own && outcome != null && outcome.errors().stream().anyMatch(Row::isOfARow));
        model.addAttribute(
                "acts",
                outcome == null || outcome.last() == null
                        ? List.of()
                        : Recorded.upTo(outcome.last(), ledger.feed()));
        return "work/import-work";
    }

    @GetMapping(HERE + "/{id}")
    String one(@PathVariable String id, SignedIn reader, Model model) {
        return one(new ImportId(ImportResource.id(id)), reader, model, null);
    }

    private String one(ImportId imported, SignedIn reader, Model model, @Nullable Failure failure) {
        var staged = intake.staged(imported).orElse(null);
        var ended = staged == null ? ledger.bulkImports().ended(imported) : null;
        model.addAttribute("id", imported.value());
        model.addAttribute("staged", staged == null ? null : Waiting.of(staged));
        model.addAttribute("summary", staged == null ? null : Intake.summary(staged));
        model.addAttribute("events", staged == null ? Map.of() : Intake.summary(staged).events());
        model.addAttribute("receipt", ended instanceof Receipt receipt ? receipt : null);
        model.addAttribute(
                "acts",
                ended instanceof Receipt receipt
                        ? Recorded.upTo(receipt.last(), ledger.feed())
                        : List.of());
        model.addAttribute("own", staged != null && isOwn(staged, reader));
        model.addAttribute("failure", failure);
        return "work/import";
    }

    private static boolean isOwn(StagedImport staged, SignedIn reader) {
        return staged.head().origin().by().user().equals(reader.user());
    }

    @PostMapping(HERE + "/{id}/xac-nhan")
    String confirm(@PathVariable String id, SignedIn reader, Locale locale) {
        var imported = new ImportId(ImportResource.id(id));
        var work =
                works.begin(
                        new Asked(UUID.randomUUID(), "IMPORT", imported + " " + reader.user()),
                        locale,
                        progress ->
                                ImportResource.told(
                                        intake.confirm(
                                                imported, reader.user(), new Telling(progress)),
                                        locale));
        return "redirect:" + HERE + "/viec/" + work.id();
    }

    @PostMapping(HERE + "/{id}/huy")
    String cancel(
            @PathVariable String id, SignedIn reader, Model model, HttpServletResponse response) {
        var imported = new ImportId(ImportResource.id(id));
        if (intake.cancel(imported)) {
            return "redirect:" + HERE;
        }
        var failure = Failure.of(FailureCode.IMPORT_NOT_WAITING);
        response.setStatus(failure.code().httpStatus());
        return one(imported, reader, model, failure);
    }
}
