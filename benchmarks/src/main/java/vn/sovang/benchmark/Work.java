package vn.sovang.benchmark;

/// What one client does again and again. Confined to one thread.
@FunctionalInterface
interface Work {
    /// Does it once and waits until it is durable.
    ///
    /// @return events stored
    int once() throws Exception;
}
