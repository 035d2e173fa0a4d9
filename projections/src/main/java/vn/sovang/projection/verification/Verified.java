package vn.sovang.projection.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.vocabulary.ReissueKind;

/// What a code leads to, at one moment.
///
/// @param since day from which it stands so; null for what simply holds
/// @param item null where the code stands for the award line itself
/// @param replacement what took the item's place
/// @param restoredOn day on which the award was given back, the last time, while it holds
public record Verified(
        Standing standing,
        @Nullable LocalDate since,
        AwardRow award,
        @Nullable ArtifactRow item,
        @Nullable Replacement replacement,
        @Nullable LocalDate restoredOn) {
    /// The item that took the place of another.
    ///
    /// @param kind why; null where no case tells
    /// @param on day from which
    /// @param standing how that one stands now
    public record Replacement(@Nullable ReissueKind kind, LocalDate on, Standing standing) {}

    static Verified of(
            AwardRow award,
            @Nullable ArtifactRow item,
            @Nullable Replacement replacement,
            @Nullable LocalDate givenBack) {
        var standing = Standing.of(award, item, givenBack != null);
        return new Verified(
                standing,
                since(standing, award, item, replacement == null ? givenBack : replacement.on()),
                award,
                item,
                replacement,
                award.status() == AwardStatus.IN_FORCE ? givenBack : null);
    }

    private static @Nullable LocalDate since(
            Standing standing,
            AwardRow award,
            @Nullable ArtifactRow item,
            @Nullable LocalDate changed) {
        var annulment = award.annulment();
        var stripping = award.stripping();
        return switch (standing) {
            case VALID, STRUCK -> null;
            case RESTORED, REPLACED -> changed;
            case ANNULLED -> annulment == null ? null : annulment.on();
            case STRIPPED -> stripping == null ? null : stripping.on();
            case LOST, HANDED_IN, WITHDRAWN -> item == null ? null : item.statusSince();
        };
    }
}
