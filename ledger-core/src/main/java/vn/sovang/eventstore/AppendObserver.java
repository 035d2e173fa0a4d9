package vn.sovang.eventstore;

import java.time.Duration;

/// Told what the writer of this node does, for an operator's measurements. Called on the writer's
/// own thread: what it does must be quick and must not throw.
public interface AppendObserver {
    /// Nobody measures.
    AppendObserver NONE =
            new AppendObserver() {
                @Override
                public void committed(int events, Duration took) {}

                @Override
                public void answered(Duration waited) {}
            };

    /// One transaction was committed.
    ///
    /// @param events stored by it, of all the appends that shared it; 0 where all were refused
    /// @param took from the first statement to the answer of the commit
    void committed(int events, Duration took);

    /// An append was answered, whatever the answer.
    ///
    /// @param waited since it was queued
    void answered(Duration waited);
}
