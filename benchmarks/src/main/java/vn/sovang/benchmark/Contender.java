package vn.sovang.benchmark;

/// Somebody who is measured.
///
/// @param name as the tables print it
/// @param opens opens its store for so many clients
record Contender(String name, Opens opens) {
    /// How a contender is opened.
    @FunctionalInterface
    interface Opens {
        Session open(int clients);
    }
}
