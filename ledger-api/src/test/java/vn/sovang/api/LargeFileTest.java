package vn.sovang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Intake.Result;
import vn.sovang.api.Intake.Source;
import vn.sovang.api.imports.Reading;
import vn.sovang.api.imports.Submission;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.Actor;
import vn.sovang.imports.RecordImport;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

/// A workbook that makes more events than one append may hold, on its whole way.
class LargeFileTest {
    private static final int LINES = 2_600;
    private static final int FACTS = 2 * LINES + 1;
    private static final Submission BY =
            new Submission(
                    new Actor("an", "CLERK", null),
                    Instant.parse("2026-11-22T02:00:00Z"),
                    "binh",
                    false);

    private static final String NAMES_AT_REST =
            """
            select (select count(*) from staging.entry e
                    where position('Nguyễn Thị Thử'::text in convert_from(e.leaf, 'UTF8')) > 0
                        or position('Nguyễn Thị Thử'::text in e::text) > 0)
                + (select count(*) from staging.fact f
                    where position('Nguyễn Thị Thử'::text in convert_from(f.leaf, 'UTF8')) > 0)
                + (select count(*) from staging.import i
                    where position('Nguyễn Thị Thử'::text in i::text) > 0),
                (select count(*) from staging.entry)
            """;

    /// A decision with lines.
    static Path workbook(Path file, int lines, String award) {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", null)) {
            var decisions = book.newWorksheet("Quyết định");
            row(decisions, 0, "Số quyết định", "Ngày ký", "Cơ quan ban hành");
            row(decisions, 1, "77/QĐ-UBND", "05/6/2024", "UBND thành phố Phan Rang - Tháp Chàm");
            var sheet = book.newWorksheet("Danh sách");
            row(sheet, 0, "Số quyết định", "Ngày ký", "Họ và tên", "Phân loại", "Danh hiệu");
            for (int i = 1; i <= lines; i++) {
                var name = "Nguyễn Thị Thử " + i;
                row(sheet, i, "77/QĐ-UBND", "05/6/2024", name, "cá nhân", award);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    @Test
    void a_file_larger_than_an_append_is_rehearsed_recorded_and_known_when_it_comes_again(
            @TempDir Path folder) throws SQLException {
        var settings = TestDatabase.freshSettings();
        var file = workbook(folder.resolve("lon.xlsx"), LINES, "LĐTT");
        try (var it = TestLedger.open(settings, folder.resolve("ledger"))) {
            var intake = new Intake(it.ledger());
            long before = it.ledger().feed().head();

            assertThat(intake.rehearse(file, BY))
                    .isInstanceOfSatisfying(
                            Result.Rehearsed.class,
                            r ->
                                    assertThat(r.summary().appended())
                                            .isEqualTo(FACTS + 1)
                                            .isGreaterThan(RecordImport.MAX_EVENTS));
            assertThat(it.ledger().feed().head()).isEqualTo(before);
            assertThat(intake.staged()).isEmpty();

            var told = new Told(settings);
            assertThat(intake.record(file, BY, told))
                    .isInstanceOfSatisfying(
                            Result.Done.class,
                            done -> {
                                assertThat(done.receipt().repeated()).isFalse();
                                assertThat(done.receipt().last()).isEqualTo(before + FACTS + 1);
                            });
            assertThat(told.steps)
                    .startsWith(0L)
                    .isSorted()
                    .hasSizeGreaterThan(FACTS / 1_000)
                    .endsWith((long) FACTS, FACTS + 1L);
            assertThat(told.of).isEqualTo(FACTS + 1);
            assertThat(told.stagedRows).as("rows at rest meanwhile").isEqualTo(FACTS);
            assertThat(told.names).as("names at rest").isZero();
            assertThat(intake.staged()).isEmpty();

            assertThat(intake.record(file, BY, summary -> {}))
                    .isInstanceOfSatisfying(
                            Result.Done.class,
                            done -> assertThat(done.receipt().repeated()).isTrue());
            assertThat(it.ledger().feed().head()).isEqualTo(before + FACTS + 1);
            it.ledger().seal();
            assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
        }
    }

    /// Looks at what is staged while the file is on its way.
    private static final class Told implements Intake.Progress {
        private final DatabaseSettings settings;
        private final ArrayList<Long> steps = new ArrayList<>();
        private long of;
        private boolean looked;
        private long names;
        private long stagedRows;

        Told(DatabaseSettings settings) {
            this.settings = settings;
        }

        @Override
        public void read(Reading.Summary summary) {
            of = summary.appended();
        }

        @Override
        public void recorded(long facts, long all) {
            steps.add(facts);
            assertThat(all).isEqualTo(of);
            if (looked || facts < 1_000) {
                return;
            }
            looked = true;
            try (var connection = TestDatabase.superuser(settings);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(NAMES_AT_REST)) {
                row.next();
                names = row.getLong(1);
                stagedRows = row.getLong(2);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void rows_that_break_a_rule_are_named_and_nothing_is_kept(@TempDir Path folder) {
        // A title of households, given to people.
        var file = workbook(folder.resolve("sai.xlsx"), LINES, "Gia đình văn hóa");
        try (var it = TestLedger.open(TestDatabase.freshSettings(), folder.resolve("ledger"))) {
            var intake = new Intake(it.ledger());
            long before = it.ledger().feed().head();
            var refusal = (Result.Refusal) intake.record(file, BY, summary -> {});
            assertThat(refusal.refused().code()).isEqualTo(RefusalCode.IMPORT_REJECTED);
            assertThat(refusal.refused().arguments())
                    .containsEntry("count", Integer.toString(LINES));
            assertThat(refusal.refused().details()).hasSize(500);
            assertThat(refusal.refused().details().getFirst().arguments())
                    .containsEntry("sheet", "Danh sách")
                    .containsEntry("row", "2");
            assertThat(it.ledger().feed().head()).isEqualTo(before);
            assertThat(intake.staged()).isEmpty();
        }
    }

    @Test
    void a_staged_file_is_confirmed_by_somebody_else_and_only_once(@TempDir Path folder) {
        var file = workbook(folder.resolve("nho.xlsx"), 3, "LĐTT");
        try (var it = TestLedger.open(TestDatabase.freshSettings(), folder.resolve("ledger"))) {
            var intake = new Intake(it.ledger());
            var staged = (Result.Staged) intake.stage(new Source(file, "nho.xlsx"), BY);
            var own = intake.confirm(staged.imported(), "an", summary -> {});
            assertThat(((Result.Refusal) own).refused().code())
                    .isEqualTo(RefusalCode.SECOND_PERSON_MISSING);

            var done = intake.confirm(staged.imported(), "minh", summary -> {});

            assertThat(done).isInstanceOf(Result.Done.class);
            assertThat(it.ledger().bulkImports().ended(staged.imported()))
                    .isInstanceOf(Receipt.class);
            assertThat(intake.staged()).isEmpty();
            assertThat(intake.confirm(staged.imported(), "minh", summary -> {}))
                    .isInstanceOfSatisfying(
                            Result.Refusal.class,
                            no ->
                                    assertThat(no.refused().code())
                                            .isEqualTo(RefusalCode.IMPORT_CANCELLED));
        }
    }
}
