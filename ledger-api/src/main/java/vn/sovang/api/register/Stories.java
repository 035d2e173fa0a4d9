package vn.sovang.api.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.statistics.KnownAtText;
import vn.sovang.projection.Projections;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.vocabulary.AwardId;
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

    /// The story of an award begins with the nomination it answers.
    ///
    /// @param knownAt see [KnownAtText]
    List<HistoryLine> ofAward(AwardId award, @Nullable String knownAt) {
        var lines = new ArrayList<>(of(award, knownAt));
        projections
                .register()
                .award(award)
                .map(AwardRow::nomination)
                .ifPresent(nomination ->
                        of(nomination, knownAt).stream()
                                .filter(line -> !lines.contains(line))
                                .forEach(lines::add));
        lines.sort(Comparator.comparingLong(HistoryLine::position));
        return lines;
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
