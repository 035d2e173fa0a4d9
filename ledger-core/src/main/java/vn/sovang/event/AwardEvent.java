package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// The life of an award line (*dòng khen thưởng*): one recipient, one award, one decision.
public sealed interface AwardEvent extends LedgerEvent {
    AwardId award();

    /// A body with authority decided to confer (*quyết định tặng, truy tặng*). The effective day is
    /// the day of signature.
    ///
    /// Corrected by [DecisionEvent.DecisionCorrected] where the entry or the paper erred, by
    /// [AwardAnnulled] where the decision was void.
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
        /// The same award with its line corrected.
        public AwardDecided with(AwardLine corrected) {
            return new AwardDecided(
                    award, decision, key, lineNumber, mode, proposingUnit, nomination, corrected);
        }

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
    /// Corrected by [AnnulmentRevoked].
    ///
    /// @param authority body that annulled
    /// @param recipient whose award it was; absent from events of the first versions
    record AwardAnnulled(
            AwardId award,
            AnnulmentGround ground,
            UnitId authority,
            @Nullable RecipientId recipient)
            implements AwardEvent {
        public AwardAnnulled(AwardId award, AnnulmentGround ground, UnitId authority) {
            this(award, ground, authority, null);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(award, authority, recipient);
        }
    }

    /// The annulment itself was taken back after a complaint or a judgment (*thu hồi quyết định hủy
    /// bỏ*). The award stands again as if it had never been annulled.
    ///
    /// Corrected by a further [AwardAnnulled].
    ///
    /// @param authority body that took it back; absent for a court, which the paper names
    record AnnulmentRevoked(
            AwardId award,
            RecipientId recipient,
            RevocationGround ground,
            @Nullable UnitId authority)
            implements AwardEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(award, recipient, authority);
        }
    }

    /// The President stripped an honorary state title for what happened later (*tước danh hiệu vinh
    /// dự nhà nước*), Luật Thi đua, khen thưởng 2022 Điều 93.3–93.5, 93.7. The award was valid: no
    /// figure of its own period changes.
    ///
    /// Corrected by [HonourRestored].
    ///
    /// @param authority the President, as a unit
    /// @param judgmentFinalOn day on which the judgment came into force, where there is one
    /// @param judgment number, day and court: sealed, for it tells of a conviction
    record HonourStripped(
            AwardId award,
            RecipientId recipient,
            StrippingGround ground,
            UnitId authority,
            @Nullable LocalDate judgmentFinalOn,
            @Nullable Sealed judgment)
            implements AwardEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(award, recipient, authority);
        }
    }

    /// The President gave a stripped title back (*phục hồi và trao lại*), Luật Thi đua, khen thưởng
    /// 2022 Điều 93.6–93.7.
    ///
    /// Corrected by a further [HonourStripped].
    record HonourRestored(
            AwardId award, RecipientId recipient, RestorationGround ground, UnitId authority)
            implements AwardEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(award, recipient, authority);
        }
    }

    /// The award was handed over in a ceremony or at home (*trao tặng*). The effective day is the
    /// day of the ceremony.
    ///
    /// Corrected by a second [AwardPresented] from the minutes that are right; it is recorded as
    /// found, beside the first.
    ///
    /// @param place as the minutes name it
    /// @param receiver name of a representative: sealed
    record AwardPresented(
            AwardId award,
            RecipientId recipient,
            String place,
            PresentedTo to,
            @Nullable Sealed receiver)
            implements AwardEvent {
        public AwardPresented {
            place = Text.of("place", place);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(award, recipient);
        }
    }

    /// The prize that comes with the award was paid (*chi tiền thưởng*), Luật Thi đua, khen thưởng
    /// 2022 Điều 11.4; NĐ 98/2023/NĐ-CP Điều 54.
    ///
    /// Corrected by [PrizeRecovered], from the paper by which the money came back.
    ///
    /// @param dong amount in đồng
    /// @param multiple multiple of the base salary as the paper gives it, such as `1.5`
    /// @param baseSalary base salary (*lương cơ sở*) in đồng that it was reckoned by
    /// @param fund fund that paid, as the paper names it
    record PrizePaid(
            AwardId award,
            RecipientId recipient,
            long dong,
            @Nullable String multiple,
            @Nullable Long baseSalary,
            String fund)
            implements AwardEvent {
        public PrizePaid {
            positive(dong);
            fund = Text.of("fund", fund);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(award, recipient);
        }
    }

    /// A prize was paid back after an annulment or a stripping (*thu hồi tiền thưởng*), Luật Thi
    /// đua, khen thưởng 2022 Điều 93.
    ///
    /// Corrected by a further [PrizeRecovered] where less was entered than came back; a sum entered
    /// too high is paid out again by [PrizePaid].
    ///
    /// @param dong amount in đồng; a part, or all of it
    /// @param fund fund or budget it went to, as the paper names it
    record PrizeRecovered(AwardId award, RecipientId recipient, long dong, String fund)
            implements AwardEvent {
        public PrizeRecovered {
            positive(dong);
            fund = Text.of("fund", fund);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(award, recipient);
        }
    }

    private static void positive(long dong) {
        if (dong <= 0) {
            throw new IllegalValue("amount", "not more than nothing: " + dong);
        }
    }
}
