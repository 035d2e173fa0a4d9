package vn.sovang.founding;

import java.util.List;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerOpened;

/// Opens a new log (*mở sổ*).
///
/// @param opened name and clock of the log
/// @param reference catalogue and units the log starts with, each with its own paper and day
public record OpenLedger(Origin origin, LedgerOpened opened, List<Fact> reference)
        implements Command {
    public OpenLedger {
        reference = List.copyOf(reference);
    }
}
