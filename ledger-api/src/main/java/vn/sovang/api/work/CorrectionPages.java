package vn.sovang.api.work;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.sovang.Ledger;
import vn.sovang.api.Intake;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.imports.CorrectedBook;
import vn.sovang.api.imports.CorrectedBook.Mistake;
import vn.sovang.api.imports.CorrectedBook.NotOurs;
import vn.sovang.api.imports.UnclearSheet;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.work.ImportResource.Import;

/// Putting a file right on the page that says what is wrong with it (*sửa tệp nhập*): what its
/// headings mean, and its wrong rows in a workbook of their own. For whoever brought the file.
@Controller
class CorrectionPages {
    private static final String HERE = "/nhap-lieu/viec/{id}";
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Intake intake;
    private final Works works;
    private final KeptFiles kept;
    private final Uploads uploads;

    CorrectionPages(Ledger ledger, Works works, KeptFiles kept, Uploads uploads) {
        this.intake = new Intake(ledger);
        this.works = works;
        this.kept = kept;
        this.uploads = uploads;
    }

    /// The wrong rows, under the office's own headings, with a column that says what is wrong.
    @TakesAway
    @GetMapping(HERE + "/dong-loi")
    ResponseEntity<byte[]> wrongRows(@PathVariable String id, SignedIn reader) {
        var work = ImportResource.id(id);
        var file = kept.of(work, reader.user());
        var book = new CorrectedBook(intake.remembered(reader.actor()));
        var bytes =
                made(
                        file.open(),
                        (plain, made) -> {
                            book.extract(plain, mistakes(outcome(work)), made);
                            return Files.readAllBytes(made);
                        });
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dong-loi.xlsx")
                                .build()
                                .toString())
                .body(bytes);
    }

    private Import outcome(UUID work) {
        if (works.find(work).outcome() instanceof Import outcome) {
            return outcome;
        }
        throw Failure.of(FailureCode.IMPORT_FILE_GONE);
    }

    private static List<Mistake> mistakes(Import outcome) {
        return outcome.errors().stream()
                .flatMap(error -> {
                    var sheet = error.sheet();
                    var row = error.row();
                    return sheet == null || row == null || row == 0
                            ? Stream.empty()
                            : Stream.of(new Mistake(sheet, row, error.words()));
                })
                .toList();
    }

    /// Takes the rows put right back into the file, and looks at the whole again.
    @PostMapping(HERE + "/sua")
    String corrected(
            @PathVariable String id,
            @RequestParam(name = "tep", required = false) @Nullable MultipartFile file,
            SignedIn reader,
            Locale locale) {
        var original = kept.of(ImportResource.id(id), reader.user());
        if (file == null || file.isEmpty()) {
            throw Failure.of(FailureCode.FILE_MISSING);
        }
        var rows = ImportResource.copy(file);
        try {
            var book = new CorrectedBook(intake.remembered(reader.actor()));
            var whole =
                    made(
                            original.open(),
                            (plain, made) -> {
                                book.merge(plain, rows, made);
                                var kept = Files.createTempFile("import", ".xlsx");
                                return Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING);
                            });
            return "redirect:/nhap-lieu/viec/"
                    + uploads.begin(whole, original.name(), reader, locale).id();
        } finally {
            rows.toFile().delete();
        }
    }

    /// Notes what the office's headings mean, for next time too, and looks at the file again.
    @PostMapping(HERE + "/cot")
    String headings(
            @PathVariable String id, HttpServletRequest request, SignedIn reader, Locale locale) {
        var work = ImportResource.id(id);
        var file = kept.of(work, reader.user());
        var sheets = outcome(work).unclear();
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            remember(sheets.get(sheet), "cot." + sheet + ".", request, reader);
        }
        return "redirect:/nhap-lieu/viec/"
                + uploads.begin(file.open(), file.name(), reader, locale).id();
    }

    private void remember(
            UnclearSheet sheet, String prefix, HttpServletRequest request, SignedIn reader) {
        var fields = sheet.fields().stream().map(UnclearSheet.Field::name).toList();
        var chosen = new HashMap<String, String>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            var field = request.getParameter(prefix + column);
            if (field != null && (field.isEmpty() || fields.contains(field))) {
                chosen.put(sheet.columns().get(column).key(), field);
            }
        }
        intake.remember(reader.actor(), sheet.signature(), chosen);
    }

    /// What is done with a plain copy, and with a file that is made of it.
    private interface Making<T> {
        T make(Path plain, Path made) throws IOException, NotOurs;
    }

    private static <T> T made(Path plain, Making<T> making) {
        try {
            var made = Files.createTempFile("made", ".xlsx");
            try {
                return making.make(plain, made);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (NotOurs e) {
            throw Failure.of(FailureCode.CORRECTIONS_NOT_OURS).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            plain.toFile().delete();
        }
    }
}
