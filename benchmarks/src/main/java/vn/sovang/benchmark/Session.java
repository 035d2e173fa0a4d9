package vn.sovang.benchmark;

/// A store, opened for one measurement.
interface Session extends AutoCloseable {
    /// The work of a further client.
    Work client();

    @Override
    void close();
}
