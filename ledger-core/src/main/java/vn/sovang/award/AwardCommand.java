package vn.sovang.award;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about an award line after its decision. Annulment, stripping and restoration
/// are three acts and never merged.
public sealed interface AwardCommand extends Command
        permits AnnulAward,
                AwardCommand.RevokeAnnulment,
                AwardCommand.StripHonour,
                AwardCommand.RestoreHonour,
                AwardCommand.PresentAward,
                AwardCommand.PayPrize,
                AwardCommand.RecoverPrize {
    AwardId award();

    /// Award type of the line, so that a wrong line is noticed.
    AwardCode awardCode();

    /// Records that an annulment was taken back (*thu hồi quyết định hủy bỏ*).
    ///
    /// @param authority body that took it back; absent for a court, which the paper names
    record RevokeAnnulment(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            RevocationGround ground,
            @Nullable UnitId authority)
            implements AwardCommand {}

    /// Records that the President stripped a title (*tước*).
    ///
    /// @param judgmentFinalOn day on which the judgment came into force, where there is one
    /// @param judgment number, day and court
    record StripHonour(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            StrippingGround ground,
            UnitId authority,
            @Nullable LocalDate judgmentFinalOn,
            @Nullable Sealed judgment)
            implements AwardCommand {}

    /// Records that the President gave a title back (*phục hồi và trao lại*).
    record RestoreHonour(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            RestorationGround ground,
            UnitId authority)
            implements AwardCommand {}

    /// Records that the award was handed over (*trao tặng*).
    record PresentAward(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            String place,
            PresentedTo to,
            @Nullable Sealed receiver)
            implements AwardCommand {}

    /// Records that the prize was paid (*chi tiền thưởng*).
    ///
    /// @param dong amount in đồng
    /// @param multiple multiple of the base salary as the paper gives it
    /// @param baseSalary base salary in đồng
    record PayPrize(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            long dong,
            @Nullable String multiple,
            @Nullable Long baseSalary,
            String fund)
            implements AwardCommand {
        public PayPrize {
            dong = amount("dong", dong);
            baseSalary = baseSalary == null ? null : Long.valueOf(amount("baseSalary", baseSalary));
        }
    }

    /// Records that a prize, or a part of it, was paid back (*thu hồi tiền thưởng*).
    record RecoverPrize(Origin origin, AwardId award, AwardCode awardCode, long dong, String fund)
            implements AwardCommand {
        public RecoverPrize {
            dong = amount("dong", dong);
        }
    }

    private static long amount(String field, long dong) {
        if (dong < 1) {
            throw new IllegalValue(field, "no amount of money");
        }
        return dong;
    }
}
