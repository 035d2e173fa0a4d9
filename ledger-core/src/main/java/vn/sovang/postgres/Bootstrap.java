package vn.sovang.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.postgres.SchemaRights.Deviation;

/// Brings the two databases to the state this version needs; each step may be repeated.
///
/// Several processes may start at once: all of it happens under one advisory lock in the server's
/// `postgres` database (advisory locks are per database, and roles are not).
final class Bootstrap {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

    private static final String OWNER = "sovang_owner";

    /// `SVBOOT` in ASCII, so that it is recognised in `pg_locks`.
    private static final String LOCK =
            """
            select pg_advisory_lock(91657236402004)
            """;

    private static final String DATABASE_EXISTS =
            """
            select exists (select from pg_database where datname = '{name}')
            """;

    private static final String CREATE_DATABASE =
            """
            create database "{name}"
            template template0 encoding 'UTF8'
            locale_provider icu icu_locale 'vi-VN' locale 'C'
            """;

    private static final String LEDGER_IS_THERE =
            """
            select to_regclass('ledger.event') is not null
            """;

    private static final String ALL_IS_THERE =
            """
            select to_regclass('ledger.event') is not null
                and to_regclass('access.event') is not null
                and exists (select from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'door' and c.relname = 'account')
                and to_regclass('staging.import') is not null
            """;

    private final DatabaseSettings settings;
    private final boolean privilegesAllowed;

    private Bootstrap(DatabaseSettings settings, boolean privilegesAllowed) {
        this.settings = settings;
        this.privilegesAllowed = privilegesAllowed;
    }

    /// @param privilegesAllowed whether the ledger's login may have more rights than it should
    static void run(DatabaseSettings settings, boolean privilegesAllowed) {
        Bootstrap bootstrap = new Bootstrap(settings, privilegesAllowed);
        try {
            if (settings.admin() != null) {
                bootstrap.asSuperuser(settings.admin());
            } else if (settings.owner() != null) {
                bootstrap.migrate(settings.owner());
            }
            bootstrap.requireSchema();
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(
                    "PostgreSQL at " + settings.ledgerUrl() + ": " + refused.getMessage(), refused);
        } catch (FlywayException refused) {
            throw new DatabaseUnavailable(
                    "The database cannot be migrated: " + refused.getMessage(), refused);
        }
    }

    private void asSuperuser(Credentials admin) throws SQLException {
        String ledger = databaseName(settings.ledgerUrl());
        String keys = databaseName(settings.keysUrl());
        try (Connection server = connect(siblingUrl("postgres"), admin);
                Statement statement = server.createStatement()) {
            statement.execute(LOCK);
            createDatabase(statement, ledger);
            createDatabase(statement, keys);
            try (Connection there = connect(settings.ledgerUrl(), admin)) {
                tellDeviations(there);
                execute(there, "/db/bootstrap.sql");
                setPassword(there, settings.ledgerUrl(), settings.ledger());
                setPassword(there, settings.ledgerUrl(), settings.read());
                setPassword(there, settings.ledgerUrl(), settings.door());
            }
            try (Connection there = connect(settings.keysUrl(), admin)) {
                execute(there, "/db/bootstrap-keys.sql");
                setPassword(there, settings.keysUrl(), settings.keys());
            }
            migrate(admin);
        }
    }

    /// The script puts back what is missing; that it was missing must not be forgotten.
    private static void tellDeviations(Connection there) throws SQLException {
        try (Statement statement = there.createStatement()) {
            if (ask(statement, LEDGER_IS_THERE)) {
                SchemaRights.deviations(there).stream()
                        .filter(Deviation::grave)
                        .forEach(found -> LOG.error("Before the start: {}", found.what()));
            }
        }
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        if (!ask(statement, DATABASE_EXISTS.replace("{name}", name))) {
            statement.execute(CREATE_DATABASE.replace("{name}", name));
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SchemaRights.resource(script));
        }
    }

    /// Changes a password only if the login does not work with it, so that an ordinary start writes
    /// nothing. The driver sends a SCRAM verifier: the password itself never reaches the server's
    /// log.
    private static void setPassword(Connection admin, String url, Credentials credentials)
            throws SQLException {
        try (Connection works = connect(url, credentials)) {
            assert works.isValid(1);
        } catch (SQLException refused) {
            admin.unwrap(PGConnection.class)
                    .alterUserPassword(
                            credentials.user(),
                            credentials.password().toCharArray(),
                            "scram-sha-256");
        }
    }

    private void migrate(Credentials login) {
        migrate(settings.ledgerUrl(), login, "classpath:db/ledger", "ledger");
        migrate(settings.ledgerUrl(), login, "classpath:db/access", "access");
        migrate(settings.ledgerUrl(), login, "classpath:db/door", "door");
        migrate(settings.ledgerUrl(), login, "classpath:db/staging", "staging");
        migrate(settings.keysUrl(), login, "classpath:db/keys", "keystore");
    }

    /// `sovang.migrating` is what the DDL guard of `bootstrap.sql` lets through.
    private static void migrate(String url, Credentials login, String location, String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setOptions("-c role=" + OWNER + " -c sovang.migrating=on");
        Flyway.configure()
                .dataSource(source)
                .locations(location)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .load()
                .migrate();
    }

    private void requireSchema() throws SQLException {
        try (Connection connection = connect(settings.ledgerUrl(), settings.ledger());
                Statement statement = connection.createStatement()) {
            if (!ask(statement, ALL_IS_THERE)) {
                throw new DatabaseUnavailable(
                        "The database at "
                                + settings.ledgerUrl()
                                + " holds no ledger, or one of an older version."
                                + " Give the service an administrator's login"
                                + " once, or run db/bootstrap.sql and the migrations by hand.");
            }
            Optional<String> power = SchemaRights.tooMuch(connection);
            if (power.isPresent() && !privilegesAllowed) {
                throw new PrivilegedLogin(settings.ledger().user(), power.get());
            }
            if (power.isPresent()) {
                LOG.error("The login {} {}", settings.ledger().user(), power.get());
            }
        }
    }

    private static boolean ask(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static Connection connect(String url, Credentials credentials) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        properties.setProperty("connectTimeout", "5");
        @Nullable Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new DatabaseUnavailable("Not a PostgreSQL address: " + url);
        }
        return connection;
    }

    private String siblingUrl(String database) {
        String url = settings.ledgerUrl();
        int name = url.lastIndexOf('/') + 1;
        int query = url.indexOf('?', name);
        return url.substring(0, name) + database + (query < 0 ? "" : url.substring(query));
    }

    private static String databaseName(String url) {
        int name = url.lastIndexOf('/') + 1;
        int query = url.indexOf('?', name);
        String database = query < 0 ? url.substring(name) : url.substring(name, query);
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new DatabaseUnavailable(
                    "The database's name must be lower-case letters, digits and _: " + url);
        }
        return database;
    }
}
