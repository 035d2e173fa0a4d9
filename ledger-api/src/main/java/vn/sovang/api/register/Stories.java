package vn.sovang.api.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.statistics.KnownAtText;
import vn.sovang.projection.Projections;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.projection.statistics.KnownAt;
import vn.sovang.vocabulary.Id;

/// Histories, as known now or at a moment.
@Component
class Stories {
    private final Ledger ledger;
    private final Projections projections;

    Stories(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    /// @param knownAt see [KnownAtText]
    List<HistoryLine> of(Id thing, @Nullable String knownAt) {
        var history = projections.history();
        return switch (KnownAtText.parse(knownAt)) {
            case KnownAt.Now _ -> history.of(thing);
            case KnownAt.AtPosition at -> history.of(thing, at.position());
            case KnownAt.AtInstant at -> history.of(thing, ledger.feed().positionAt(at.instant()));
        };
    }

    /// Up to which position the log is sealed.
    long sealedTo() {
        return ledger.checkpoint().map(c -> c.size()).orElse(0L);
    }
}
