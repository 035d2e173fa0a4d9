package vn.sovang.projection.anomaly;

/// What has become of a finding, as known at a position.
public enum FindingState {
    /// Nobody has explained it as it is proved now.
    OPEN,
    /// Explained by somebody, for the evidence there is now.
    EXPLAINED,
    /// A later event took its ground away.
    CURED
}
