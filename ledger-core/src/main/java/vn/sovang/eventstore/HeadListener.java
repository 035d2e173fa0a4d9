package vn.sovang.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells this node of events that other nodes committed: LISTEN for the usual case, a slow question
/// for the case that a notification was lost.
final class HeadListener implements AutoCloseable {
    /// The channel's name begins so and ends with that of the log's schema.
    static final String CHANNEL = "sovang_";

    private static final Logger LOG = LoggerFactory.getLogger(HeadListener.class);

    /// How long a lost notification can go unnoticed.
    private static final Duration POLL = Duration.ofSeconds(1);

    /// How long [#close()] may take: waiting for a notification cannot be interrupted.
    private static final Duration SLICE = Duration.ofMillis(100);

    private static final String HEAD =
            """
            select coalesce(max(position), 0)
            from event
            """;

    private final DataSource ledger;
    private final HeadWatch head;
    private final Thread thread;

    /// Written by [#close()], read by the thread.
    private volatile boolean closed;

    HeadListener(DataSource ledger, HeadWatch head) {
        this.ledger = ledger;
        this.head = head;
        this.thread = Thread.ofPlatform().daemon().name("sovang-listener").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                listen();
            } catch (SQLException lost) {
                if (!closed) {
                    LOG.warn("No word from the database, trying again: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = ledger.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("listen " + CHANNEL + connection.getSchema());
            PGConnection notified = connection.unwrap(PGConnection.class);
            try {
                long slices = POLL.dividedBy(SLICE);
                for (long slice = 0; !closed; slice++) {
                    if (slice % slices == 0) {
                        ask(statement);
                    }
                    for (PGNotification news : notified.getNotifications((int) SLICE.toMillis())) {
                        head.advanceTo(Long.parseLong(news.getParameter()));
                    }
                }
            } finally {
                statement.execute("unlisten *");
            }
        }
    }

    private void ask(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(HEAD)) {
            row.next();
            head.advanceTo(row.getLong(1));
        }
    }

    /// The head as it was when notifications broke off stays known meanwhile.
    private void pause() {
        head.awaitBeyond(Long.MAX_VALUE, POLL);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
