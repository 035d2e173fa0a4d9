package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.clocks.Limits;
import vn.sovang.projection.clocks.Running;
import vn.sovang.vocabulary.StatutoryClock.Step;

/// What must still come back from an award that was annulled or stripped (*hiện vật, tiền thưởng
/// phải thu hồi*). Derived from the award's life; nobody enters it, and it goes when the items are
/// withdrawn and the money is back.
///
/// @param items items still out
/// @param dong money still out, in đồng; a stripped award was earned, its prize stays
/// @param since day of the decision that caused it
/// @param due day by which the law wants it, and the article, as of the day it began; absent where
///   no limit is known
public record RecoveryRow(
        AwardRow award, int items, long dong, LocalDate since, @Nullable Running due) {
    private static final Limits LIMITS = Limits.shipped();

    static RecoveryRow of(AwardRow award, int items) {
        var annulment = award.annulment();
        var stripping = award.stripping();
        if (annulment != null) {
            return new RecoveryRow(
                    award,
                    items,
                    Math.max(0, award.prizePaid() - award.prizeRecovered()),
                    annulment.on(),
                    due(annulment.on()));
        }
        if (stripping == null) {
            throw new IllegalStateException("in force: " + award.id());
        }
        return new RecoveryRow(award, items, 0, stripping.on(), due(stripping.on()));
    }

    private static @Nullable Running due(LocalDate began) {
        return LIMITS.running(Step.WITHDRAWAL, null, began, began).orElse(null);
    }

    /// Whether the limit has passed on a day.
    public boolean overdue(LocalDate today) {
        return due != null && due.dueOn() != null && today.isAfter(due.dueOn());
    }
}
