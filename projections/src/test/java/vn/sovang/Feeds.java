package vn.sovang;

import vn.sovang.event.EventCodec;
import vn.sovang.eventstore.EventLog;

/// Feeds of logs that no ledger has opened, for tests that write events without deciders.
public final class Feeds {
    private Feeds() {}

    public static EventFeed of(EventLog log) {
        return new EventFeed(log, new EventCodec());
    }
}
