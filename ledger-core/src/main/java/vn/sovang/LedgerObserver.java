package vn.sovang;

import java.time.Duration;
import vn.sovang.decider.RefusalCode;
import vn.sovang.eventstore.AppendObserver;

/// Told what this process asks of the ledger, for an operator's measurements.
public interface LedgerObserver extends AppendObserver {
    /// Nobody measures.
    LedgerObserver NONE =
            new LedgerObserver() {
                @Override
                public void committed(int events, Duration took) {}

                @Override
                public void answered(Duration waited) {}

                @Override
                public void refused(RefusalCode code) {}
            };

    /// A rule said no to a command, or a log that is suspended took it not.
    void refused(RefusalCode code);
}
