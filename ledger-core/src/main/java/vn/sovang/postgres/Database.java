package vn.sovang.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import javax.sql.DataSource;

/// The ledger's databases, opened: schema in place, one pool a role.
///
/// The pools are small and separate, so that a burst of page views cannot starve the appender and a
/// stuck projection cannot starve the log (a shared pool of 4 under 64 writers deadlocks).
public final class Database implements AutoCloseable {
    /// One writer, one listener, the rest for reads of deciders and feeds.
    static final int LEDGER_CONNECTIONS = 12;

    /// One writer, one listener, one sealer, one for whoever asks who read what.
    static final int ACCESS_CONNECTIONS = 4;

    /// Projections and the pages that read them.
    static final int READ_CONNECTIONS = 8;

    /// Sealing and opening names: short look-ups by primary key.
    static final int KEYS_CONNECTIONS = 3;

    /// Accounts: short look-ups by primary key, one a request.
    static final int DOOR_CONNECTIONS = 4;

    /// How long a caller waits for a connection before it is told that the database is overloaded.
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(10);

    /// A server that says nothing for this long is taken for dead. Longer than any statement here.
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final HikariDataSource ledger;
    private final HikariDataSource access;
    private final HikariDataSource read;
    private final HikariDataSource keys;
    private final HikariDataSource door;

    private Database(DatabaseSettings settings) {
        this.ledger = log("ledger", settings, LEDGER_CONNECTIONS);
        this.access = log("access", settings, ACCESS_CONNECTIONS);
        this.read =
                new HikariDataSource(
                        pool("read", settings.ledgerUrl(), settings.read(), READ_CONNECTIONS));
        this.keys =
                new HikariDataSource(
                        pool("keys", settings.keysUrl(), settings.keys(), KEYS_CONNECTIONS));
        this.door =
                new HikariDataSource(
                        pool("door", settings.ledgerUrl(), settings.door(), DOOR_CONNECTIONS));
    }

    /// Bootstraps and migrates as far as the settings allow, then opens the pools.
    ///
    /// @throws DatabaseUnavailable when a server does not answer, refuses a login, or holds a
    ///   schema this version cannot work on
    /// @throws PrivilegedLogin when the ledger's login could change what is recorded
    public static Database open(DatabaseSettings settings) {
        return open(settings, false);
    }

    /// The same, where the operator may have said that the ledger's login has more rights than it
    /// should: a server whose roles somebody else administers.
    ///
    /// @param privilegesAllowed whether such a login is accepted; it is logged as an error
    public static Database open(DatabaseSettings settings, boolean privilegesAllowed) {
        Bootstrap.run(settings, privilegesAllowed);
        try {
            return new Database(settings);
        } catch (PoolInitializationException refused) {
            throw new DatabaseUnavailable(
                    "The database does not accept the ledger's logins: " + refused.getMessage(),
                    refused);
        }
    }

    /// The ledger: INSERT and SELECT on `ledger.*`, whose tables its connections see without the
    /// schema's name.
    public DataSource ledger() {
        return ledger;
    }

    /// The log of who read what: the same on `access.*`. Connections of its own, so that reads wait
    /// for nothing the ledger does, nor the ledger for them.
    public DataSource access() {
        return access;
    }

    /// Owner of the read models; no right at all on `ledger.*`.
    public DataSource read() {
        return read;
    }

    /// INSERT, SELECT and DELETE on the subject keys, in their own database.
    public DataSource keys() {
        return keys;
    }

    /// Local accounts and their keys, and what people keep for themselves beside the logs:
    /// `door.*`, nothing else. Accounts and keys are never deleted.
    public DataSource door() {
        return door;
    }

    @Override
    public void close() {
        door.close();
        read.close();
        keys.close();
        access.close();
        ledger.close();
    }

    /// Connections that see the tables of one log. Which log the code of the store works on is said
    /// here and nowhere else.
    private static HikariDataSource log(String schema, DatabaseSettings settings, int connections) {
        HikariConfig config = pool(schema, settings.ledgerUrl(), settings.ledger(), connections);
        config.addDataSourceProperty("currentSchema", schema);
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(
            String name, String url, Credentials credentials, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sovang-" + name);
        config.setJdbcUrl(url);
        config.setUsername(credentials.user());
        config.setPassword(credentials.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("ApplicationName", "sovang-" + name);
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
