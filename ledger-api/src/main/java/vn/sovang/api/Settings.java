package vn.sovang.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Settings of the operator: a system property, or an environment variable of the same name in
/// capitals with `_` for every dot, as Spring Boot reads them.
public final class Settings {
    private Settings() {}

    /// The value of a setting such as `spring.datasource.url`; null where it is not set.
    public static @Nullable String get(String name) {
        var property = System.getProperty(name);
        return property != null ? property : System.getenv(environmentName(name));
    }

    static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
