package vn.sovang.privacy;

import java.util.Set;
import java.util.UUID;

/// Whose data are not to be shown for ordinary work (*hạn chế xử lý*), Luật 91/2025/QH15 Điều 4.
@FunctionalInterface
public interface Restrictions {
    /// Those of the subjects whose processing is restricted now.
    Set<UUID> among(Set<UUID> subjects);
}
