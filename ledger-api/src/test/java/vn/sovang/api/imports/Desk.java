package vn.sovang.api.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.event.Actor;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.Fact;
import vn.sovang.imports.Imports;
import vn.sovang.imports.RecordImport;
import vn.sovang.privacy.Sealing;
import vn.sovang.rule.Units;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.Sealed;

/// A desk at which workbooks are written, read and put before the ledger's rules.
final class Desk {
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    static final List<String> LIST_HEADINGS =
            List.of(
                    "Số tờ trình",
                    "Ngày",
                    "Cơ quan trình",
                    "Cơ quan nhận",
                    "STT",
                    "Mã đối tượng",
                    "Họ và tên",
                    "Phân loại",
                    "Danh hiệu",
                    "Mã đề nghị",
                    "Rút",
                    "Ghi nhận như văn bản");
    static final List<String> DECISION_HEADINGS =
            List.of("Số quyết định", "Ngày ký", "Cơ quan ban hành", "Ghi nhận như văn bản");
    static final List<String> LINE_HEADINGS =
            List.of(
                    "Số quyết định",
                    "Ngày ký",
                    "STT",
                    "Họ và tên",
                    "Năm sinh",
                    "Phân loại",
                    "Danh hiệu/Hình thức",
                    "Đơn vị công tác",
                    "Mã đề nghị",
                    "Ghi nhận như văn bản");
    static final String CITY = "UBND thành phố Phan Rang - Tháp Chàm";

    private final Path folder;
    private final List<Fact> reference = PhanRang.reference();
    final Map<UUID, String> sealed = new TreeMap<>();
    private int files;

    Desk(Path folder) {
        this.folder = folder;
    }

    /// What a test writes into a workbook.
    @FunctionalInterface
    interface Content {
        void write(Workbook workbook);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path workbook(Content content) {
        return bytes("book" + ++files + ".xlsx", workbookBytes(content));
    }

    static byte[] workbookBytes(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", null)) {
            content.write(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A sheet from rows of cells; the first row is number 1.
    static Worksheet sheet(Workbook workbook, String name, List<?>... rows) {
        var sheet = workbook.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            row(sheet, row + 1, rows[row].toArray());
        }
        return sheet;
    }

    static void row(Worksheet sheet, int number, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case LocalDate day -> {
                    sheet.value(number - 1, column, day);
                    sheet.style(number - 1, column).format("dd/mm/yyyy").set();
                }
                case Number amount -> sheet.value(number - 1, column, amount);
                default -> {
                    if (!cells[column].equals("")) {
                        sheet.value(number - 1, column, cells[column].toString());
                    }
                }
            }
        }
    }

    /// A decision of the city with lines.
    static void decision(Workbook workbook, List<?>... lines) {
        decision(workbook, "", lines);
    }

    static void decision(Workbook workbook, String asFound, List<?>... lines) {
        sheet(
                workbook,
                "Quyết định",
                DECISION_HEADINGS,
                List.of("12/QĐ-UBND", "05/6/2024", CITY, asFound));
        var all = new ArrayList<List<?>>();
        all.add(LINE_HEADINGS);
        all.addAll(List.of(lines));
        sheet(workbook, "Danh sách", all.toArray(List<?>[]::new));
    }

    /// A line of that decision.
    static List<Object> line(String name, String kind, String award) {
        return line(name, kind, award, "");
    }

    static List<Object> line(String name, String kind, String award, String asFound) {
        return List.of("12/QĐ-UBND", "05/6/2024", 1, name, "", kind, award, "", "", asFound);
    }

    Reading read(Path file) {
        return read(file, file.getFileName().toString());
    }

    Reading read(Path file, String name) {
        return read(file, name, OwnHeadings.NONE);
    }

    /// As an office reads it that said what its headings mean.
    Reading read(Path file, String name, OwnHeadings own) {
        var catalogue = new ArrayList<AwardTypeDefined>();
        var units = Units.NONE;
        for (var fact : reference) {
            if (fact.event() instanceof AwardTypeDefined type) {
                catalogue.add(type);
            }
            units = units.evolve(fact);
        }
        var next = new AtomicLong();
        return new WorkbookImport(
                        catalogue,
                        units.byId().values(),
                        KnownAwards.NONE,
                        sealing(),
                        () -> new UUID(7, next.incrementAndGet()))
                .knowing(own)
                .read(file, name, new Submission(new Actor("u1", "CLERK", null), NOW, "u2", false));
    }

    private Sealing sealing() {
        return (subject, field, text) -> {
            sealed.merge(subject, field + "=" + text, (a, b) -> a + "; " + b);
            return new Sealed(new UUID(9, sealed.size()), subject, field, "AAAA", "AAAA");
        };
    }

    Reading.Ready ready(Path file) {
        return switch (read(file)) {
            case Reading.Ready ready -> ready;
            case Reading.Unreadable unreadable ->
                    throw new AssertionError(unreadable.problems().toString());
        };
    }

    List<Problem> problems(Path file) {
        return switch (read(file)) {
            case Reading.Ready ready -> throw new AssertionError("read: " + ready.summary());
            case Reading.Unreadable unreadable -> unreadable.problems();
        };
    }

    /// What the ledger's rules say about a file, on the reference data alone.
    Outcome decide(Path file) {
        return decide(new Imports(), ready(file).command());
    }

    private <S> Outcome decide(Decider<RecordImport, S> decider, RecordImport command) {
        var state = decider.initial();
        for (var fact : reference) {
            state = decider.evolve(state, fact);
        }
        return decider.decide(command, state);
    }
}
