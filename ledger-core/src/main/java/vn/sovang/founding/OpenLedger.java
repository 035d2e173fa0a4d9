package vn.sovang.founding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerOpened;
import vn.sovang.vocabulary.Document;

/// Opens a new log (*mở sổ*).
///
/// @param opened name and clock of the log
/// @param reference catalogue and units the log starts with, each with its own paper and day
public record OpenLedger(Origin origin, LedgerOpened opened, List<Fact> reference)
        implements Command {
    public OpenLedger {
        reference = List.copyOf(reference);
    }

    /// Opens a log with the shipped catalogue and units. Always the same request: of two nodes that
    /// open an empty log at once, one founds it and the other is told so.
    ///
    /// @param name of the log, its origin
    public static OpenLedger shipped(String name, Instant now) {
        var opening =
                new Origin(
                        Request.of(UUID.nameUUIDFromBytes(new byte[] {0}), "open"),
                        new Actor("system", "SYSTEM", null),
                        null,
                        now,
                        new Document.None("mở sổ điện tử"),
                        LocalDate.ofInstant(now, Origin.VIETNAM),
                        null);
        var opened = new LedgerOpened(name, LedgerOpened.Clock.SYSTEM);
        return new OpenLedger(opening, opened, ReferenceFacts.of(opening));
    }
}
