package vn.sovang.projection.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Recorded;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.testing.RandomHistory;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ImportId;

/// The promise of the register: as of a position it is what the first events alone would have made.
final class RegisterAsOfTest {
    private static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry("unit", "unit_id"),
                    Map.entry("award_type", "code"),
                    Map.entry("competence", "position"),
                    Map.entry("recipient", "recipient_id"),
                    Map.entry("same_recipient", "pair"),
                    Map.entry("contact", "subject"),
                    Map.entry("decision", "decision_id"),
                    Map.entry("award", "award_id"),
                    Map.entry("artifact", "artifact_id"),
                    Map.entry("reissue_case", "case_id"),
                    Map.entry("nomination", "nomination_id"),
                    Map.entry("span", "list"));

    private static final int MOMENTS = 12;

    private final RegisterModel model = new RegisterModel();

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {11, 12, 13})
    void as_of_any_position_it_is_what_the_first_events_alone_make(long seed) {
        try (var log = new TestLog()) {
            RandomHistory.write(RandomHistory.tell(seed, 150), log);
            var random = new Random(seed);
            List<Recorded> all = log.feed().after(0, 10_000);
            var whole = build(log, "whole", all, batches(random, all.size(), 40));
            int rows = 0;
            for (int i = 0; i < MOMENTS; i++) {
                int position = random.nextInt(all.size() + 1);
                var first = build(log, "first", all.subList(0, position), one(position));
                var expected = rows(log, first, Long.MAX_VALUE - 1);
                assertThat(rows(log, whole, position)).as("as of " + position).isEqualTo(expected);
                rows += expected.values().stream().mapToInt(List::size).sum();
            }
            assertThat(rows).as("rows compared").isGreaterThan(1_000);
        }
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {21, 22})
    void batches_of_any_size_make_the_same_tables(long seed) {
        try (var log = new TestLog()) {
            RandomHistory.write(RandomHistory.tell(seed, 150), log);
            var random = new Random(seed);
            List<Recorded> all = log.feed().after(0, 10_000);
            var atOnce = states(log, build(log, "at_once", all, one(all.size())));
            var singly = states(log, build(log, "singly", all, batches(random, all.size(), 1)));
            var ragged = states(log, build(log, "ragged", all, batches(random, all.size(), 60)));
            assertThat(singly).isEqualTo(atOnce);
            assertThat(ragged).isEqualTo(atOnce);
            assertThat(atOnce.get("award")).hasSizeGreaterThan(150);
        }
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {31, 32})
    void a_comparison_is_the_difference_of_two_registers_field_by_field(long seed) {
        try (var log = new TestLog()) {
            RandomHistory.write(RandomHistory.tell(seed, 120), log);
            var random = new Random(seed);
            List<Recorded> all = log.feed().after(0, 10_000);
            var register = log.settled().register();
            int differences = 0;
            for (int i = 0; i < 6; i++) {
                int from = random.nextInt(all.size());
                int to = from + random.nextInt(all.size() - from + 1);
                var before = fields(log, all.subList(0, from), "before");
                var after = fields(log, all.subList(0, to), "after");
                var changed = new HashMap<String, List<FieldChange>>();
                for (String id : union(before, after)) {
                    var compared =
                            register.comparisons()
                                    .of(new AwardId(UUID.fromString(id)), from, to)
                                    .orElseThrow();
                    var was = before.getOrDefault(id, Map.of());
                    var is = after.getOrDefault(id, Map.of());
                    assertThat(told(compared.fields())).isEqualTo(difference(was, is));
                    if (!compared.fields().isEmpty()) {
                        assertThat(compared.fields())
                                .allSatisfy(f -> assertThat(f.events()).isNotEmpty());
                        changed.put(id, compared.fields());
                    }
                }
                var listed =
                        register.comparisons().awards(AwardFilter.ALL, from, to, null, 500).rows();
                assertThat(listed)
                        .extracting(Comparison::id)
                        .containsExactlyInAnyOrderElementsOf(changed.keySet());
                differences += changed.size();
            }
            assertThat(differences).isGreaterThan(50);
        }
    }

    private Map<String, Map<String, String>> fields(
            TestLog log, List<Recorded> events, String schema) {
        var rows = build(log, schema, events, one(events.size()));
        return new Tx(log.database().read())
                .call(connection -> {
                    enter(connection, rows);
                    var found = new TreeMap<String, Map<String, String>>();
                    for (var row :
                            Sql.list(
                                    connection,
                                    "select * from award where known_until = " + Long.MAX_VALUE,
                                    RegisterTables.Awards.TABLE::read)) {
                        var texts = new HashMap<String, String>();
                        for (var column : RegisterTables.Awards.TABLE.columns()) {
                            texts.put(column.name(), Objects.toString(column.text(row), ""));
                        }
                        found.put(row.need(RegisterTables.Awards.ID).toString(), texts);
                    }
                    return found;
                });
    }

    private static SortedSet<String> union(Map<String, ?> one, Map<String, ?> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    private static Map<String, String> told(List<FieldChange> changes) {
        var told = new TreeMap<String, String>();
        for (var c : changes) {
            told.put(
                    c.field(),
                    Objects.toString(c.before(), "") + " → " + Objects.toString(c.after(), ""));
        }
        return told;
    }

    private static Map<String, String> difference(Map<String, String> was, Map<String, String> is) {
        var told = new TreeMap<String, String>();
        for (String field : union(was, is)) {
            String before = was.getOrDefault(field, "");
            String after = is.getOrDefault(field, "");
            if (!before.equals(after)) {
                told.put(field, before + " → " + after);
            }
        }
        return told;
    }

    /// Applies the events in batches that end at these counts, in a schema of its own.
    private String build(
            TestLog log, String schema, List<Recorded> events, SortedSet<Integer> ends) {
        return new Tx(log.database().read())
                .call(connection -> {
                    Sql.run(connection, "drop schema if exists " + schema + " cascade");
                    Sql.run(connection, "create schema " + schema);
                    enter(connection, schema);
                    Sql.run(connection, model.ddl());
                    var held = new HashMap<ImportId, List<Recorded>>();
                    int begun = 0;
                    for (int end : ends) {
                        model.apply(known(events.subList(begun, end), held), connection);
                        begun = end;
                    }
                    return schema;
                });
    }

    /// Facts of an import become known with its completion (R17).
    private static List<Known> known(List<Recorded> batch, Map<ImportId, List<Recorded>> held) {
        var known = new ArrayList<Known>();
        for (Recorded event : batch) {
            ImportId file = event.fact().imported();
            if (event.fact().event() instanceof ImportCompleted done) {
                for (Recorded fact : held.getOrDefault(done.imported(), List.of())) {
                    known.add(new Known(fact, event.position(), event.recordedAt()));
                }
                known.add(Known.of(event));
            } else if (file == null) {
                known.add(Known.of(event));
            } else {
                held.computeIfAbsent(file, _ -> new ArrayList<>()).add(event);
            }
        }
        return known;
    }

    private static SortedSet<Integer> one(int size) {
        return new TreeSet<>(List.of(size));
    }

    private static SortedSet<Integer> batches(Random random, int size, int most) {
        var ends = one(size);
        for (int at = 0; at < size; at += 1 + random.nextInt(most)) {
            ends.add(at);
        }
        return ends;
    }

    /// What a reader sees of every table at a position, without when it became known.
    private static Map<String, List<String>> rows(TestLog log, String schema, long position) {
        return tables(
                log,
                schema,
                "select (to_jsonb(t) - 'known_until')::text from %s t where t.known_from <= "
                        + position
                        + " and t.known_until > "
                        + position
                        + " order by %s::text");
    }

    private static Map<String, List<String>> states(TestLog log, String schema) {
        return tables(
                log, schema, "select to_jsonb(t)::text from %s t order by %s::text, by_event");
    }

    private static Map<String, List<String>> tables(TestLog log, String schema, String sql) {
        return new Tx(log.database().read())
                .call(connection -> {
                    enter(connection, schema);
                    var tables = new TreeMap<String, List<String>>();
                    for (var table : KEYS.entrySet()) {
                        tables.put(
                                table.getKey(),
                                Sql.list(
                                        connection,
                                        sql.formatted(table.getKey(), table.getValue()),
                                        row -> row.getString(1)));
                    }
                    return tables;
                });
    }

    private static void enter(Connection connection, String schema) throws SQLException {
        Sql.run(connection, "set local search_path to " + schema);
    }
}
