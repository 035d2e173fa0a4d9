package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.RandomHistory;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Every table of every read model: untouched by an import's facts until its completion, then as if
/// all had come at once, however the import is cut, live and rebuilt.
class ImportGateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ImportId FILE = new ImportId(new UUID(7, 7));
    private static final Paper PAPER = Paper.of("2024-07-01", "77/QĐ");
    private static final int CHUNK = 9;

    private static final String TABLES =
            """
            select table_schema, table_name
            from information_schema.tables
            where table_schema like 'read\\_%' and table_schema <> 'read_state'
            order by 1, 2
            """;

    /// A random history whose facts are one file.
    private record Told(List<Fact> reference, List<Fact> file) {
        static Told of(long seed) {
            var reference = new ArrayList<Fact>();
            var file = new ArrayList<Fact>();
            for (var step : RandomHistory.tell(seed, 60)) {
                for (var fact : step.facts()) {
                    if (isReference(fact)) {
                        reference.add(fact);
                    } else if (!(fact.event() instanceof ImportCompleted)) {
                        file.add(in(FILE, fact));
                    }
                }
            }
            return new Told(reference, file);
        }
    }

    private static boolean isReference(Fact fact) {
        return fact.event() instanceof UnitRegistered || fact.event() instanceof AwardTypeDefined;
    }

    private static Fact in(@Nullable ImportId file, Fact f) {
        return new Fact(
                f.event(),
                f.effectiveOn(),
                f.document(),
                f.by(),
                f.request(),
                f.onBehalfOf(),
                f.arrival(),
                f.asFound(),
                f.provenance(),
                file,
                f.cause(),
                f.exception());
    }

    private static Fact completion(int facts) {
        return PAPER.in(FILE).fact(new ImportCompleted(FILE, "f", "00", 1, facts, "u-2", false));
    }

    /// Chunks with others' facts between them.
    private static void append(TestLog log, List<Fact> facts, boolean others) {
        for (int at = 0; at < facts.size(); at += CHUNK) {
            log.append(facts.subList(at, Math.min(at + CHUNK, facts.size())));
            if (others && at % 4 == 0) {
                var unit = new UnitId(new UUID(99, at));
                log.append(
                        PAPER.fact(
                                new UnitRegistered(
                                        unit,
                                        "Đơn vị " + at,
                                        "Đơn vị " + at,
                                        UnitLevel.CO_SO,
                                        null,
                                        null,
                                        null,
                                        false)));
            }
        }
    }

    private static Projections settled(TestLog log, ImportGate gate) {
        var read = Projections.open(log.database().read(), log.feed(), gate);
        read.start();
        assertThat(read.awaitPosition(log.feed().head(), PATIENCE))
                .as(() -> read.statuses().toString())
                .isTrue();
        return read;
    }

    /// What each table holds, by its name.
    private static Map<String, String> tables(TestLog log) throws SQLException {
        var sums = new TreeMap<String, String>();
        try (var connection = TestDatabase.superuser(log.settings());
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    names.add(rows.getString(1) + "." + rows.getString(2));
                }
            }
            for (var name : names) {
                try (var row =
                        statement.executeQuery(
                                "select count(*) || ':' || coalesce(sum(hashtextextended("
                                        + "t::text, 0)::numeric), 0) from "
                                        + name
                                        + " t")) {
                    row.next();
                    sums.put(name, row.getString(1));
                }
            }
        }
        return sums;
    }

    @Test
    void nothing_of_an_import_is_in_any_table_until_it_is_complete() throws SQLException {
        try (var log = new TestLog()) {
            var told = Told.of(5);
            log.append(told.reference());
            try (var read = settled(log, new ImportGate(log.feed(), 1, 7))) {
                var before = tables(log);
                var facts = told.file();
                append(log, facts, false);
                assertThat(read.awaitPosition(log.feed().head(), PATIENCE)).isTrue();
                assertThat(tables(log)).isEqualTo(before);

                long completed = log.append(completion(facts.size()));

                assertThat(read.awaitPosition(completed, PATIENCE)).isTrue();
                var after = tables(log);
                for (var model : List.of("register", "history", "statistics", "custody")) {
                    assertThat(after.entrySet().stream().filter(t -> t.getKey().contains(model)))
                            .as(model)
                            .anyMatch(t -> !t.getValue().equals(before.get(t.getKey())));
                }
            }
        }
    }

    @Test
    void an_aborted_import_is_in_no_table_ever() throws SQLException {
        try (var log = new TestLog()) {
            var told = Told.of(6);
            log.append(told.reference());
            try (var read = settled(log, new ImportGate(log.feed()))) {
                var before = tables(log);
                var facts = told.file();
                append(log, facts, false);
                long aborted =
                        log.append(
                                PAPER.in(FILE)
                                        .fact(
                                                new ImportAborted(
                                                        FILE,
                                                        "f",
                                                        "00",
                                                        facts.size(),
                                                        "DECISION_NUMBER_TAKEN",
                                                        "Quyết định",
                                                        2)));
                assertThat(read.awaitPosition(aborted, PATIENCE)).isTrue();
                assertThat(tables(log)).isEqualTo(before);
            }
        }
    }

    @Test
    void however_an_import_is_cut_and_whether_live_or_rebuilt_the_tables_are_the_same()
            throws Exception {
        long seed = Long.getLong("seed", 1);
        var told = Told.of(seed);
        var whole = after(told, 100_000, 100_000, false);
        assertThat(after(told, 1, 4, false)).as("in slices, seed " + seed).isEqualTo(whole);
        assertThat(after(told, 1, 4, true)).as("rebuilt, seed " + seed).isEqualTo(whole);
    }

    /// The tables after a history with an import in the middle.
    private static Map<String, String> after(Told told, int atOnce, int slice, boolean late)
            throws SQLException {
        try (var log = new TestLog()) {
            log.append(told.reference());
            var gate = new ImportGate(log.feed(), atOnce, slice);
            var facts = told.file();
            if (!late) {
                try (var read = settled(log, gate)) {
                    append(log, facts, true);
                    log.append(completion(facts.size()));
                    assertThat(read.awaitPosition(log.feed().head(), PATIENCE)).isTrue();
                    return tables(log);
                }
            }
            append(log, facts, true);
            log.append(completion(facts.size()));
            try (var read = settled(log, gate)) {
                assertThat(read.statuses()).isNotEmpty();
                return tables(log);
            }
        }
    }
}
