package vn.sovang.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// The life of an award line (*dòng khen thưởng*): one recipient, one award, one decision.
public sealed interface AwardEvent extends LedgerEvent {
    AwardId award();

    /// A body with authority decided to confer (*quyết định tặng, truy tặng*). The effective day is
    /// the day of signature.
    ///
    /// @param lineNumber place in the decision, from 1 over all its sheets
    /// @param proposingUnit who proposed it, where known
    /// @param nomination the nomination it answers, where the ledger has it
    record AwardDecided(
            AwardId award,
            DecisionId decision,
            DecisionKey key,
            int lineNumber,
            ConferralMode mode,
            @Nullable UnitId proposingUnit,
            @Nullable NominationId nomination,
            AwardLine line)
            implements AwardEvent {
        @Override
        public Set<String> tags() {
            return Tags.with(
                    Tags.of(
                            award,
                            decision,
                            nomination,
                            line.recipient(),
                            line.recipientUnit(),
                            key.authority()),
                    key.tag());
        }
    }

    /// The decision was void from the start (*hủy bỏ quyết định*), Luật Thi đua, khen thưởng 2022
    /// Điều 93.2. Not *tước* (a later crime), not *thu hồi* (the item).
    ///
    /// @param authority body that annulled
    record AwardAnnulled(AwardId award, AnnulmentGround ground, UnitId authority)
            implements AwardEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(award, authority);
        }
    }
}
