package vn.sovang.projection.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;

/// A read model of one row an event, whose meaning hangs on its version, that fails or waits where
/// a test says.
public final class Seen implements ReadModel {
    private final int version;

    /// Position of an event that cannot be applied; 0 for none.
    public volatile long poison;

    private volatile long holdAt = Long.MAX_VALUE;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile CountDownLatch reached = new CountDownLatch(1);

    public Seen(int version) {
        this.version = version;
    }

    /// The first batch with an event beyond the position waits until [#letGo].
    public void holdBeyond(long position) {
        held = new CountDownLatch(1);
        reached = new CountDownLatch(1);
        holdAt = position;
    }

    public void awaitHeld() throws InterruptedException {
        reached.await();
    }

    public void letGo() {
        holdAt = Long.MAX_VALUE;
        held.countDown();
    }

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String ddl() {
        return "create table seen (position bigint not null, worth bigint not null)";
    }

    @Override
    public String indexes() {
        return "alter table seen add primary key (position)";
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (Writes writes = new Writes(connection)) {
            for (Known known : events) {
                if (known.position() == poison) {
                    throw new IllegalStateException("poison at " + poison);
                }
                writes.add(
                        "insert into seen (position, worth) values (?, ?)",
                        known.position(),
                        version * known.position());
            }
        }
        if (events.getLast().position() > holdAt) {
            reached.countDown();
            try {
                held.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
