package vn.sovang.api.kept;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.Tx;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.VietnameseOrder;

/// Keeps the filters of people.
public final class SavedSearches {
    /// Of one owner. More than this nobody finds anything in.
    public static final int MAX = 50;

    static final int NAME_LENGTH = 100;

    private static final String UNIQUE_VIOLATION = "23505";

    private final Tx tx;

    /// @param door a pool of the role `sovang_door`; not closed
    public SavedSearches(DataSource door) {
        this.tx = new Tx(door);
    }

    /// Whose filters.
    ///
    /// @param unit null for the office that keeps the register
    public record Owner(String user, @Nullable UnitId unit) {}

    /// Keeps a filter.
    ///
    /// @throws Failure `SEARCH_NAME_TAKEN`, `SEARCHES_TOO_MANY`, `PARAMETER_MALFORMED` for a name
    ///   that is none
    public SavedSearch keep(Owner owner, String name, KeptFilter filter) {
        var kept =
                new SavedSearch(
                        UUID.randomUUID(), owner.user(), owner.unit(), named(name), filter, false);
        int made =
                taken(
                        kept.name(),
                        connection -> {
                            // Two windows of one owner at once make no fifty-first.
                            change(
                                    connection,
                                    "select pg_advisory_xact_lock(hashtextextended(?, 58))",
                                    owner.user());
                            return change(
                                    connection,
                                    """
                                    insert into door.saved_search
                                        (id, owner, office, name, path, query)
                                    select ?, ?, ?::uuid, ?, ?, ?
                                    where (select count(*) from door.saved_search
                                        where owner = ?) < ?
                                    """,
                                    kept.id(),
                                    kept.owner(),
                                    value(owner.unit()),
                                    kept.name(),
                                    filter.place().path(),
                                    filter.query(),
                                    kept.owner(),
                                    MAX);
                        });
        if (made == 0) {
            throw Failure.of(FailureCode.SEARCHES_TOO_MANY, "most", Integer.toString(MAX));
        }
        return kept;
    }

    private static String named(String name) {
        try {
            var text = Text.of("name", name);
            if (text.length() <= NAME_LENGTH) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw Failure.at("ten", FailureCode.PARAMETER_MALFORMED, name).because(e);
        }
        throw Failure.at("ten", FailureCode.PARAMETER_MALFORMED, name);
    }

    private int taken(String name, Tx.Work<Integer> work) {
        try {
            return tx.call(work);
        } catch (DatabaseFailure e) {
            if (e.getCause() instanceof SQLException sql
                    && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                throw Failure.of(FailureCode.SEARCH_NAME_TAKEN, "name", name).because(e);
            }
            throw e;
        }
    }

    /// The owner's filters by name, then those that others of the office share. A filter whose page
    /// is no more is left out.
    public List<SavedSearch> of(Owner owner) {
        var found =
                tx.query(connection ->
                        rows(
                                connection,
                                """
                                select id, owner, office, name, path, query, shared
                                from door.saved_search
                                where owner = ?
                                    or (shared and office is not distinct from ?::uuid)
                                """,
                                owner.user(),
                                value(owner.unit())));
        return found.stream()
                .sorted(
                        Comparator.comparing((SavedSearch one) -> !one.owner().equals(owner.user()))
                                .thenComparing(SavedSearch::name, VietnameseOrder.TEXTS)
                                .thenComparing(SavedSearch::id))
                .toList();
    }

    /// @throws Failure `SAVED_SEARCH_NOT_FOUND` also for one of somebody else, `SEARCH_NAME_TAKEN`,
    ///   `PARAMETER_MALFORMED`
    public void rename(UUID id, Owner owner, String name) {
        var wanted = named(name);
        require(
                id,
                taken(
                        wanted,
                        connection ->
                                change(
                                        connection,
                                        """
                                        update door.saved_search set name = ?
                                        where id = ? and owner = ?
                                        """,
                                        wanted,
                                        id,
                                        owner.user())));
    }

    /// Shows a filter to the owner's office, or to nobody else.
    ///
    /// @throws Failure `SAVED_SEARCH_NOT_FOUND` also for one of somebody else
    public void share(UUID id, Owner owner, boolean shared) {
        require(
                id,
                tx.call(connection ->
                        change(
                                connection,
                                """
                                update door.saved_search set shared = ?, office = ?::uuid
                                where id = ? and owner = ?
                                """,
                                shared,
                                value(owner.unit()),
                                id,
                                owner.user())));
    }

    /// @throws Failure `SAVED_SEARCH_NOT_FOUND` also for one of somebody else
    public void remove(UUID id, Owner owner) {
        require(
                id,
                tx.call(connection ->
                        change(
                                connection,
                                "delete from door.saved_search where id = ? and owner = ?",
                                id,
                                owner.user())));
    }

    private static void require(UUID id, int changed) {
        if (changed == 0) {
            throw Failure.of(FailureCode.SAVED_SEARCH_NOT_FOUND, "id", id.toString());
        }
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static List<SavedSearch> rows(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<SavedSearch>();
            while (rows.next()) {
                search(rows).ifPresent(read::add);
            }
            return read;
        }
    }

    /// Empty for one that an older version kept, of a page or a name that this one does not have.
    private static Optional<SavedSearch> search(ResultSet row) throws SQLException {
        var office = row.getObject("office", UUID.class);
        KeptFilter filter;
        try {
            filter = KeptFilter.read(row.getString("path"), row.getString("query"));
        } catch (Failure gone) {
            return Optional.empty();
        }
        return Optional.of(
                new SavedSearch(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        office == null ? null : new UnitId(office),
                        row.getString("name"),
                        filter,
                        row.getBoolean("shared")));
    }

    private static int change(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
