package vn.sovang.axon;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.AppendOutcome;

/// Where a command handler learns what became of its append: it puts an empty receipt into its
/// processing context under [PostgresEventStorageEngine#RECEIPT], and the engine fills it in before
/// the commit completes.
public final class AppendReceipt {
    /// Written once by the engine, before the future that the caller waits for completes.
    private volatile @Nullable AppendOutcome outcome;

    /// Empty while nothing was appended, and where the outcome is not known.
    public Optional<AppendOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    void fill(AppendOutcome outcome) {
        this.outcome = outcome;
    }
}
