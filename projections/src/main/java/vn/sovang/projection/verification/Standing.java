package vn.sovang.projection.verification;

import org.jspecify.annotations.Nullable;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;

/// How a certificate stands.
public enum Standing {
    /// It holds (*có giá trị*).
    VALID,
    /// It holds again: the honour was given back, or its annulment revoked (*đã phục hồi*).
    RESTORED,
    /// Another item took its place (*đã được cấp đổi, cấp lại*).
    REPLACED,
    /// Reported lost: whoever shows it did not get it from us (*đã báo mất*).
    LOST,
    /// In the hands of an office (*đang do cơ quan giữ*).
    HANDED_IN,
    /// Taken back, or destroyed by a council (*đã thu hồi*).
    WITHDRAWN,
    /// Taken with the honour (*danh hiệu đã bị tước*), Luật Thi đua, khen thưởng 2022 Điều 93.3.
    STRIPPED,
    /// Void from the start (*quyết định đã bị hủy bỏ*), Luật Thi đua, khen thưởng 2022 Điều 93.2.
    ANNULLED,
    /// Entered by mistake: no paper ever said it (*ghi nhầm*).
    STRUCK;

    /// What became of the award comes before what became of the item.
    ///
    /// @param item null where the code stands for the award line itself
    /// @param givenBack whether the award was taken once and given back
    static Standing of(AwardRow award, @Nullable ArtifactRow item, boolean givenBack) {
        return switch (award.status()) {
            case STRUCK -> STRUCK;
            case ANNULLED -> ANNULLED;
            case STRIPPED -> STRIPPED;
            case IN_FORCE -> inForce(item, givenBack ? RESTORED : VALID);
        };
    }

    private static Standing inForce(@Nullable ArtifactRow item, Standing otherwise) {
        if (item == null) {
            return otherwise;
        }
        if (item.replacedBy() != null) {
            return REPLACED;
        }
        return switch (item.status()) {
            case ISSUED, DAMAGED, FOUND, RETURNED -> otherwise;
            case REPLACED -> REPLACED;
            case LOST -> LOST;
            case HANDED_IN -> HANDED_IN;
            case WITHDRAWN, DESTROYED -> WITHDRAWN;
        };
    }
}
