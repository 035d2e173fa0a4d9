package vn.sovang.projection.report;

/// Lines by kind of recipient. A household is never an individual (domain rule 2).
///
/// @param collectives *tập thể*
/// @param individuals *cá nhân*
/// @param households *hộ gia đình*
public record Counts(long collectives, long individuals, long households) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                collectives + other.collectives,
                individuals + other.individuals,
                households + other.households);
    }

    public long total() {
        return collectives + individuals + households;
    }
}
