package vn.sovang.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.postgres.SchemaRights.Deviation;

/// Watches the ledger's schema while a service runs, and says loudly when anything changes that the
/// append-only promise rests on: a trigger disabled, a right granted, a function replaced.
///
/// It changes nothing and stops nothing: a changed schema is no changed event, and those are
/// compared with the checkpoints anyway. Whoever may change the schema may also hide it between two
/// looks; this finds the careless and the in-between state.
public final class SchemaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);

    private final Tx tx;
    private final Duration interval;
    private volatile @Nullable String seen;
    private volatile @Nullable String alarm;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public SchemaWatch(DataSource ledger, Duration interval) {
        this.tx = new Tx(ledger);
        this.interval = interval;
    }

    /// Looks now and then in the background until closed.
    public void start() {
        thread = Thread.ofVirtual().name("sovang-schema-watch").start(this::run);
    }

    /// What is wrong with the schema, or was seen to change; empty while all is as installed.
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    private void run() {
        while (!closed) {
            try {
                look();
            } catch (DatabaseFailure away) {
                LOG.warn("The schema cannot be watched: {}", away.getMessage());
            }
            LockSupport.parkNanos(interval.toNanos());
        }
    }

    /// One look. The first takes the schema as it finds it, but for what is wrong with it already.
    void look() {
        tx.query(connection -> {
            String now = SchemaRights.fingerprint(connection);
            String before = seen;
            if (!now.equals(before)) {
                tell(before != null, SchemaRights.deviations(connection));
                seen = now;
            }
            return now;
        });
    }

    private void tell(boolean changed, List<Deviation> deviations) {
        List<String> grave =
                deviations.stream().filter(Deviation::grave).map(Deviation::what).toList();
        if (!grave.isEmpty()) {
            alarm = String.join("; ", grave);
            LOG.error("The ledger's schema is not as installed: {}", alarm);
        } else if (changed) {
            LOG.error("The ledger's schema was changed, and is as installed again.");
            alarm = "the schema was changed while the service ran";
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
        }
    }
}
