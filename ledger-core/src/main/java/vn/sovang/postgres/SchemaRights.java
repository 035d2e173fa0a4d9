package vn.sovang.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may do what to the schemas of the two logs, compared with what the migrations and
/// `bootstrap.sql` leave: owners, grants, triggers, rules, functions, event triggers, roles.
///
/// Reads the system's catalogue, which any role may. A superuser can rewrite that too; what he did
/// to the events is found by the checkpoints, not here.
public final class SchemaRights {
    /// What a login has beyond SELECT and INSERT, in words; nothing where it has no more.
    private static final String TOO_MUCH =
            """
            select case
                when r.rolsuper then 'is a superuser'
                when r.rolcreaterole then 'may create and change roles'
                when exists (select from pg_roles o where o.rolname = 'sovang_owner'
                        and pg_has_role(r.oid, o.oid, 'member'))
                    then 'may act as the owner of the ledger'
                when exists (select from pg_namespace n where n.nspname in ('ledger', 'access')
                        and (pg_has_role(r.oid, n.nspowner, 'member')
                            or has_schema_privilege(r.oid, n.oid, 'CREATE')))
                    then 'may create objects in the schemas of the ledger'
                when exists (select from pg_class c
                        where c.relnamespace in
                            (to_regnamespace('ledger'), to_regnamespace('access'))
                        and c.relkind in ('r', 'p')
                        and (pg_has_role(r.oid, c.relowner, 'member')
                            or has_table_privilege(
                                r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                            or has_any_column_privilege(r.oid, c.oid, 'UPDATE, REFERENCES')))
                    then 'may do more than SELECT and INSERT on the tables of the ledger'
                end
            from pg_roles r
            where r.rolname = current_user
            """;

    private SchemaRights() {}

    /// Something that is not as it was installed.
    ///
    /// @param grave false for what is weaker than it could be, but as the operator chose it
    /// @param what in one clause
    public record Deviation(boolean grave, String what) {}

    /// Everything that is not as it was installed.
    public static List<Deviation> deviations(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(resource("/db/rights.sql"))) {
            statement.setString(1, body("/db/ledger/V0001__events.sql", "ledger.refuse_change"));
            statement.setString(2, body("/db/bootstrap.sql", "guard.refuse_ledger_ddl"));
            try (ResultSet rows = statement.executeQuery()) {
                List<Deviation> deviations = new ArrayList<>();
                while (rows.next()) {
                    deviations.add(new Deviation(rows.getBoolean(1), rows.getString(2)));
                }
                return deviations;
            }
        }
    }

    /// A value that changes when anything changes that the append-only promise rests on.
    public static String fingerprint(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(resource("/db/fingerprint.sql"));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /// What this connection's login may do beyond reading and inserting; empty if nothing.
    static Optional<String> tooMuch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOO_MUCH);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /// The body of a function as the script that installs it has it, between its dollar quotes.
    private static String body(String script, String function) {
        Matcher found =
                Pattern.compile(
                                "function "
                                        + Pattern.quote(function)
                                        + "\\(\\).*?\\$\\$(.*?)\\$\\$",
                                Pattern.DOTALL)
                        .matcher(resource(script));
        if (!found.find()) {
            throw new IllegalStateException(script + " does not install " + function);
        }
        return found.group(1);
    }

    static String resource(String name) {
        try (InputStream in = SchemaRights.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
