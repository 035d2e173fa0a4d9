package vn.sovang.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.EmbeddedServer;

/// Fresh ledgers on one real PostgreSQL per JVM, under `target/`.
///
/// A ledger is a copy of a migrated template, then bootstrapped like any other. Databases carry the
/// number of the process that made them; those of processes that are gone are dropped.
public final class TestDatabase {
    private static final Path DIRECTORY = Path.of("target", "test-postgres");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /// A new, empty, migrated ledger. The caller closes it.
    public static Database fresh() {
        return Database.open(freshSettings());
    }

    /// Settings of a new, empty, migrated ledger, for tests that open it several times.
    public static DatabaseSettings freshSettings() {
        String name = prefix() + COUNT.incrementAndGet();
        administer(
                "create database " + name + " template " + Holder.TEMPLATE,
                "create database " + name + "_keys template " + Holder.TEMPLATE + "_keys");
        return Holder.SERVER.settings(name);
    }

    /// A connection as the superuser, for tests that play the attacker or the administrator.
    public static Connection superuser(DatabaseSettings settings) throws SQLException {
        Credentials admin = settings.admin();
        if (admin == null) {
            throw new IllegalArgumentException("settings without an administrator");
        }
        return DriverManager.getConnection(settings.ledgerUrl(), admin.user(), admin.password());
    }

    private static String prefix() {
        return "t" + ProcessHandle.current().pid() + "_";
    }

    private static void administer(String... statements) {
        try (Connection connection = superuser(Holder.SERVER.settings("postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void dropLeftovers(EmbeddedServer server) throws SQLException {
        try (Connection connection = superuser(server.settings("postgres"));
                Statement statement = connection.createStatement()) {
            List<String> leftovers = new ArrayList<>();
            try (ResultSet names =
                    statement.executeQuery(
                            """
                            select datname, substring(datname from '^t(\\d+)_')
                            from pg_database
                            where datname ~ '^t\\d+_'
                            """)) {
                while (names.next()) {
                    long pid = names.getLong(2);
                    if (pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty()) {
                        leftovers.add(names.getString(1));
                    }
                }
            }
            for (String name : leftovers) {
                statement.execute("drop database " + name + " with (force)");
            }
        }
    }

    /// The server of this JVM: started at its first use, stopped when the JVM ends, unless another
    /// process still uses it.
    private static final class Holder {
        static final EmbeddedServer SERVER = start();
        static final String TEMPLATE = prefix() + "template";

        static {
            Database.open(SERVER.settings(TEMPLATE)).close();
        }

        private static EmbeddedServer start() {
            try {
                EmbeddedServer server = EmbeddedServer.start(DIRECTORY);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                dropLeftovers(server);
                return server;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
