package vn.sovang.api;

import java.util.Optional;

/// Where people reach the service (`sovang.public-url`), as the operator says: what is printed on
/// paper leads there for ever.
public final class PublicAddress {
    private static final String SETTING = "sovang.public-url";

    private PublicAddress() {}

    /// The address without a slash at its end; empty where none is set.
    public static Optional<String> configured() {
        var set = Settings.get(SETTING);
        return set == null || set.isBlank()
                ? Optional.empty()
                : Optional.of(set.strip().replaceAll("/+$", ""));
    }
}
