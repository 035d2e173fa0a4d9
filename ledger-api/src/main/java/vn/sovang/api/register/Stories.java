package vn.sovang.api.register;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.projection.Projections;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.RecipientId;

/// Histories, as known at a moment.
@Component
class Stories {
    private final Ledger ledger;
    private final Projections projections;

    Stories(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    /// The story of an award begins with the nomination it answers.
    List<HistoryLine> ofAward(AwardRow award, AsOf.View at) {
        var things =
                award.nomination() == null
                        ? Stream.<Id>of(award.id())
                        : Stream.<Id>of(award.id(), award.nomination());
        return together(things, at);
    }

    /// The story of a recipient and of all who were known to be the same.
    List<HistoryLine> ofRecipient(RecipientId recipient, AsOf.View at) {
        return together(at.register().sameAs(recipient).stream(), at);
    }

    List<HistoryLine> of(Id thing, AsOf.View at) {
        return projections.history().of(thing, at.position());
    }

    private List<HistoryLine> together(Stream<? extends Id> things, AsOf.View at) {
        return things.flatMap(thing -> of(thing, at).stream())
                .distinct()
                .sorted(Comparator.comparingLong(HistoryLine::position))
                .toList();
    }

    /// Up to which position the log is sealed.
    long sealedTo() {
        return ledger.checkpoint().map(c -> c.size()).orElse(0L);
    }
}
