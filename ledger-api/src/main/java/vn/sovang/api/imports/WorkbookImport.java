package vn.sovang.api.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.sovang.api.imports.Reading.Ready;
import vn.sovang.api.imports.Reading.Summary;
import vn.sovang.api.imports.Reading.Unreadable;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.EventCatalogue;
import vn.sovang.imports.FileHead;
import vn.sovang.privacy.Sealing;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ImportId;

/// Reads a workbook into one command for the ledger (*nhập tệp Excel*).
///
/// Holds what the ledger knows at the moment: make one for each file.
public final class WorkbookImport {
    private static final int MAX_FILE_NAME = 200;

    /// What a file name must not bring into the log: line ends, and marks that turn its end round.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}]+");

    private final AwardNames awards;
    private final UnitDirectory units;
    private final KnownAwards ledger;
    private final Sealing sealing;
    private final Supplier<UUID> ids;
    private final OwnHeadings own;

    /// @param catalogue award types the ledger has
    /// @param units units the ledger has
    /// @param ledger awards and surveys the ledger has
    /// @param sealing seals identities; called only for a file without problems
    /// @param ids mints identities
    public WorkbookImport(
            Collection<AwardTypeDefined> catalogue,
            Collection<Units.Life> units,
            KnownAwards ledger,
            Sealing sealing,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.awards = new AwardNames(catalogue);
        this.units = new UnitDirectory(units);
        this.sealing = sealing;
        this.ids = ids;
        this.own = OwnHeadings.NONE;
    }

    private WorkbookImport(WorkbookImport other, OwnHeadings own) {
        this.awards = other.awards;
        this.units = other.units;
        this.ledger = other.ledger;
        this.sealing = other.sealing;
        this.ids = other.ids;
        this.own = own;
    }

    /// The same for an office that said what headings of its own mean.
    public WorkbookImport knowing(OwnHeadings choices) {
        return new WorkbookImport(this, choices);
    }

    /// Reads a file. Never throws for what a file holds.
    ///
    /// @param fileName as the sender calls it; only its last part is kept
    public Reading read(Path file, String fileName, Submission submission) {
        var problems = new Problems();
        var rows = new Rows();
        var unclear = new ArrayList<UnclearSheet>();
        Map<String, Integer> rowsBySheet;
        String sha256;
        try (var book = Book.open(file)) {
            rowsBySheet = parse(book, rows, problems, unclear);
            sha256 = sha256(file);
        } catch (UnreadableBook e) {
            return new Unreadable(List.of(e.problem()));
        } catch (IOException e) {
            return new Unreadable(List.of(Problem.ofFile(ProblemCode.FILE_DAMAGED)));
        }
        if (problems.none() && rows.count() == 0) {
            problems.error(Problem.ofFile(ProblemCode.NO_ROWS));
        }
        if (rows.count() > SheetScan.MAX_ROWS) {
            problems.error(
                    Problem.ofFile(
                            ProblemCode.TOO_MANY_ROWS, Integer.toString(SheetScan.MAX_ROWS)));
        }
        // Rows that could be read are put together whatever is wrong with others, so that one
        // reading names all there is; what may stand in an unread row is not missed.
        var assembly = new Assembly(ids, units, ledger, rows);
        if (!problems.isOfSheets()) {
            assembly.assemble();
        }
        if (!problems.none()) {
            return new Unreadable(problems.errors(), unclear);
        }
        return new Ready(
                head(baseName(fileName), sha256, rows.count(), submission),
                taker -> assembly.hand(sealing, taker),
                summary(rows, rowsBySheet, assembly),
                problems.notices());
    }

    /// Reads recognised sheets; decisions before their lines, else in file order.
    private Map<String, Integer> parse(
            Book book, Rows rows, Problems problems, List<UnclearSheet> unclear)
            throws UnreadableBook {
        var parser = new RowParser(awards, units, rows);
        var rowsBySheet = new LinkedHashMap<String, Integer>();
        var sheets = new OwnSheets(book.pages(), own);
        for (var page : recognised(book, sheets, problems)) {
            var kind = sheets.kind(page).orElseThrow();
            var reader =
                    new Table.Reader(
                                    kind,
                                    page.name(),
                                    problems,
                                    fields -> parser.take(kind, fields))
                            .knowing(own);
            notices(page, book.read(page, reader), problems);
            if (reader.end().isPresent()) {
                rowsBySheet.put(page.name(), reader.count());
            }
            reader.unclear().ifPresent(unclear::add);
        }
        if (!problems.none()) {
            sheets.unclear(book).ifPresent(unclear::addFirst);
        }
        return Collections.unmodifiableMap(rowsBySheet);
    }

    private static List<Book.Page> recognised(Book book, OwnSheets sheets, Problems problems) {
        var pages = new ArrayList<Book.Page>();
        for (var page : book.pages()) {
            var kind = sheets.kind(page);
            if (kind.isPresent()) {
                pages.add(page);
            } else {
                problems.notice(Problem.ofSheet(page.name(), ProblemCode.SHEET_IGNORED));
            }
            if (sheets.isChosen(page)) {
                var name = kind.map(Lexicon::sheetName).orElseThrow();
                problems.notice(Problem.ofSheet(page.name(), ProblemCode.SHEET_CHOSEN, name));
            }
        }
        if (pages.isEmpty()) {
            var known = new ArrayList<String>();
            for (var kind : SheetKind.values()) {
                known.add(Lexicon.sheetName(kind));
            }
            problems.error(
                    Problem.ofFile(ProblemCode.NO_SHEET_RECOGNISED, String.join("; ", known)));
        }
        pages.sort(
                Comparator.comparing(
                        page -> sheets.kind(page).orElseThrow() != SheetKind.DECISIONS));
        return pages;
    }

    private static void notices(Book.Page page, Book.Seen seen, Problems problems) {
        var sheet = page.name();
        if (page.hidden()) {
            problems.notice(Problem.ofSheet(sheet, ProblemCode.SHEET_HIDDEN));
        }
        if (seen.hiddenRows()) {
            problems.notice(Problem.ofSheet(sheet, ProblemCode.ROWS_HIDDEN));
        }
        if (page.hiddenColumns()) {
            problems.notice(Problem.ofSheet(sheet, ProblemCode.COLUMNS_HIDDEN));
        }
        if (seen.formulas() > 0) {
            problems.notice(
                    new Problem(
                            sheet,
                            seen.formulas(),
                            null,
                            null,
                            ProblemCode.FORMULA_USED,
                            List.of()));
        }
    }

    private FileHead head(String fileName, String sha256, int rows, Submission by) {
        // As Request.ofContent has it, without holding the file in memory.
        var id = UUID.nameUUIDFromBytes(sha256.getBytes(StandardCharsets.US_ASCII));
        var request = new Request(id, sha256);
        var origin =
                new Origin(
                        request,
                        by.by(),
                        null,
                        by.at(),
                        new Document.None(Texts.stored("stored.importOf", fileName)),
                        by.at().atZone(Origin.VIETNAM).toLocalDate(),
                        null);
        return new FileHead(
                origin,
                new ImportId(ids.get()),
                fileName,
                sha256,
                rows,
                by.confirmedBy(),
                by.selfConfirmed());
    }

    private static Summary summary(Rows rows, Map<String, Integer> rowsBySheet, Assembly assembly) {
        var events = new LinkedHashMap<String, Integer>();
        assembly.counts().forEach((type, n) -> events.put(EventCatalogue.nameOf(type), n));
        return new Summary(
                rows.count(),
                rowsBySheet,
                Collections.unmodifiableMap(events),
                assembly.recipients(),
                assembly.newUnits(),
                assembly.asFound(),
                rows.source,
                rows.confidence);
    }

    /// The last part of a path of any system, without what cannot be printed.
    private static String baseName(String fileName) {
        var slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        var composed = Normalizer.normalize(fileName.substring(slash + 1), Normalizer.Form.NFC);
        var name = UNPRINTABLE.matcher(composed).replaceAll("").strip();
        return name.length() > MAX_FILE_NAME ? name.substring(name.length() - MAX_FILE_NAME) : name;
    }

    private static String sha256(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
