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
import vn.sovang.imports.RecordImport;
import vn.sovang.imports.RecordImport.Entry;
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
    }

    /// Reads a file. Never throws for what a file holds.
    ///
    /// @param fileName as the sender calls it; only its last part is kept
    public Reading read(Path file, String fileName, Submission submission) {
        var problems = new Problems();
        Book book;
        String sha256;
        try {
            book = Book.open(file);
            sha256 = sha256(file);
        } catch (UnreadableBook e) {
            return new Unreadable(List.of(e.problem()));
        } catch (IOException e) {
            return new Unreadable(List.of(Problem.ofFile(ProblemCode.FILE_DAMAGED)));
        }
        var tables = tables(book, problems);
        var rows = new Rows();
        var rowsBySheet = parse(tables, rows, problems);
        if (problems.none() && rows.count() == 0) {
            problems.error(Problem.ofFile(ProblemCode.NO_ROWS));
        }
        // How rows fit together is asked only if each could be read: a header that could not be
        // would make every line of its decision a problem of its own.
        var assembly = new Assembly(ids, units, ledger, rows);
        if (problems.none()) {
            assembly.assemble();
        }
        if (!problems.none()) {
            return new Unreadable(problems.errors());
        }
        var entries = assembly.entries(sealing);
        return new Ready(
                command(entries, baseName(fileName), sha256, rows.count(), submission),
                summary(rows, rowsBySheet, entries, assembly),
                problems.notices());
    }

    /// Recognised sheets; decisions before their lines, else in file order.
    private static List<Table> tables(Book book, Problems problems) {
        var tables = new ArrayList<Table>();
        boolean recognised = false;
        for (var page : book.pages()) {
            var kind = Lexicon.sheet(page.name());
            if (kind.isEmpty()) {
                problems.notice(Problem.ofSheet(page.name(), ProblemCode.SHEET_IGNORED));
                continue;
            }
            recognised = true;
            notices(page, problems);
            Table.of(kind.get(), page, problems).ifPresent(tables::add);
        }
        if (!recognised) {
            var known = new ArrayList<String>();
            for (var kind : SheetKind.values()) {
                known.add(Lexicon.sheetName(kind));
            }
            problems.error(
                    Problem.ofFile(ProblemCode.NO_SHEET_RECOGNISED, String.join("; ", known)));
        }
        tables.sort(Comparator.comparing(table -> table.kind() != SheetKind.DECISIONS));
        return tables;
    }

    private static void notices(Book.Page page, Problems problems) {
        if (page.hidden()) {
            problems.notice(Problem.ofSheet(page.name(), ProblemCode.SHEET_HIDDEN));
        }
        if (page.hiddenRows()) {
            problems.notice(Problem.ofSheet(page.name(), ProblemCode.ROWS_HIDDEN));
        }
        if (page.hiddenColumns()) {
            problems.notice(Problem.ofSheet(page.name(), ProblemCode.COLUMNS_HIDDEN));
        }
        if (page.formulas() > 0) {
            problems.notice(
                    new Problem(
                            page.name(),
                            page.formulas(),
                            null,
                            null,
                            ProblemCode.FORMULA_USED,
                            List.of()));
        }
    }

    private Map<String, Integer> parse(List<Table> tables, Rows rows, Problems problems) {
        var parser = new RowParser(awards, units, rows);
        var rowsBySheet = new LinkedHashMap<String, Integer>();
        for (var table : tables) {
            rowsBySheet.put(table.sheet(), table.rows().size());
            for (var line : table.rows()) {
                parser.take(table.kind(), new Fields(table, line, problems));
            }
        }
        return Collections.unmodifiableMap(rowsBySheet);
    }

    private RecordImport command(
            List<Entry> entries, String fileName, String sha256, int rows, Submission by) {
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
        return new RecordImport(
                origin,
                new ImportId(ids.get()),
                fileName,
                sha256,
                rows,
                by.confirmedBy(),
                by.selfConfirmed(),
                entries);
    }

    private static Summary summary(
            Rows rows, Map<String, Integer> rowsBySheet, List<Entry> entries, Assembly assembly) {
        var events = new LinkedHashMap<String, Integer>();
        entries.forEach(
                e -> events.merge(EventCatalogue.nameOf(e.event().getClass()), 1, Integer::sum));
        return new Summary(
                rows.count(),
                rowsBySheet,
                Collections.unmodifiableMap(events),
                assembly.recipients(),
                assembly.newUnits(),
                (int) entries.stream().filter(entry -> entry.asFound() != null).count(),
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
