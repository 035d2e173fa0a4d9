package vn.sovang.projection.search;

import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.privacy.NameIndex;
import vn.sovang.projection.readmodel.LiveTables.Live;
import vn.sovang.projection.readmodel.Sql;

/// The rows of people that questions by name go through, held in memory: some 250 bytes for each,
/// and no name among them. Read whole once, and then what has changed since. Safe for any number of
/// threads.
final class People {
    /// A row as it is from a position on; without tokens it answers nobody any more.
    private static final String CHANGED =
            """
            select recipient_id, kind, tokens, restricted, rebuilt, position, known_at
            from recipient
            where changed > ? and changed <= ?
            """;

    private static final Held NOTHING = new Held("", -1, Map.of(), new Rows(List.of(), noTokens()));

    private volatile Held held = NOTHING;

    /// Somebody who can be found.
    @SuppressWarnings("ArrayRecordComponent") // handed to the index, never compared
    record Person(
            UUID id, String kind, byte[] tokens, boolean rebuilt, long position, long knownAt) {}

    /// All who can be found.
    record Rows(List<Person> people, NameIndex.Rows tokens) {
        Person row(NameIndex.Answer answer) {
            return people.get(answer.row());
        }
    }

    /// @param schema whose rows these are; a rebuild makes others
    private record Held(String schema, long upTo, Map<UUID, Person> byId, Rows rows) {}

    private record Change(UUID id, @Nullable Person now) {}

    private static NameIndex.Rows noTokens() {
        return new NameIndex.Rows(List.of(), List.of());
    }

    /// The rows as they are in a snapshot. Where another question has seen a later one, as they are
    /// in that: names and numbers are shown as they are now.
    Rows asOf(Connection connection, Live live) throws SQLException {
        var known = held;
        return isOf(known, live) ? known.rows : refreshed(connection, live);
    }

    private static boolean isOf(Held known, Live live) {
        return known.schema.equals(live.schema()) && known.upTo >= live.position();
    }

    private synchronized Rows refreshed(Connection connection, Live live) throws SQLException {
        var known = held.schema.equals(live.schema()) ? held : NOTHING;
        if (known.upTo >= live.position()) {
            return known.rows;
        }
        var changes = Sql.list(connection, CHANGED, People::change, known.upTo, live.position());
        if (changes.isEmpty()) {
            held = new Held(live.schema(), live.position(), known.byId, known.rows);
            return known.rows;
        }
        var byId = new HashMap<>(known.byId);
        for (var change : changes) {
            if (change.now == null) {
                byId.remove(change.id);
            } else {
                byId.put(change.id, change.now);
            }
        }
        var people = List.copyOf(byId.values());
        var rows =
                new Rows(
                        people,
                        new NameIndex.Rows(
                                people.stream().map(Person::id).toList(),
                                people.stream().map(Person::tokens).toList()));
        held = new Held(live.schema(), live.position(), byId, rows);
        return rows;
    }

    private static Change change(ResultSet row) throws SQLException {
        var id = uuid(row, "recipient_id");
        byte @Nullable [] tokens = row.getBytes("tokens");
        if (tokens == null || row.getBoolean("restricted")) {
            return new Change(id, null);
        }
        return new Change(
                id,
                new Person(
                        id,
                        row.getString("kind"),
                        tokens,
                        row.getBoolean("rebuilt"),
                        row.getLong("position"),
                        row.getLong("known_at")));
    }
}
