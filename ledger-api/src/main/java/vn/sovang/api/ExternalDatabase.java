package vn.sovang.api;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.DatabaseUnavailable;

/// A PostgreSQL that somebody else runs, instead of the embedded one.
///
/// | setting | environment | meaning |
/// |---|---|---|
/// | `spring.datasource.url` | `SPRING_DATASOURCE_URL` | JDBC address of the ledger's database; without it the embedded server is used |
/// | `spring.datasource.username`, `.password` | `SPRING_DATASOURCE_…` | a superuser, for the bootstrap; leave out once the schema is there |
/// | `sovang.keys.url` | `SOVANG_KEYS_URL` | database of the subject keys; else the ledger's name with `_keys` |
/// | `sovang.ledger.password` | `SOVANG_LEDGER_PASSWORD` | password of the role `sovang_ledger` |
/// | `sovang.read.password` | `SOVANG_READ_PASSWORD` | password of the role `sovang_read` |
/// | `sovang.keys.password` | `SOVANG_KEYS_PASSWORD` | password of the role `sovang_keys` |
/// | `sovang.door.password` | `SOVANG_DOOR_PASSWORD` | password of the role `sovang_door` |
/// | `sovang.allow-privileged` | `SOVANG_ALLOW_PRIVILEGED` | `true`: open the ledger although its login may do more than SELECT and INSERT |
/// | `sovang.owner.username`, `.password` | `SOVANG_OWNER_…` | a member of `sovang_owner`, for migrations without a superuser |
final class ExternalDatabase {
    private final Function<String, @Nullable String> lookup;

    /// @param lookup a setting's value by its dotted name, null where it is not set
    private ExternalDatabase(Function<String, @Nullable String> lookup) {
        this.lookup = lookup;
    }

    /// The database the settings name; empty if they name none.
    ///
    /// @throws DatabaseUnavailable if they name one without the passwords it needs
    static Optional<DatabaseSettings> from(Function<String, @Nullable String> lookup) {
        var url = lookup.apply("spring.datasource.url");
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(new ExternalDatabase(lookup).settings(url));
    }

    private DatabaseSettings settings(String url) {
        var keysUrl = lookup.apply("sovang.keys.url");
        return new DatabaseSettings(
                url,
                keysUrl == null ? besides(url) : keysUrl,
                login("spring.datasource"),
                login("sovang.owner"),
                role("ledger"),
                role("read"),
                role("keys"),
                role("door"));
    }

    private static String besides(String url) {
        var query = url.indexOf('?');
        return query < 0 ? url + "_keys" : url.substring(0, query) + "_keys" + url.substring(query);
    }

    private @Nullable Credentials login(String prefix) {
        var user = lookup.apply(prefix + ".username");
        return user == null || user.isBlank()
                ? null
                : new Credentials(user, required(prefix + ".password"));
    }

    private Credentials role(String name) {
        return new Credentials("sovang_" + name, required("sovang." + name + ".password"));
    }

    private String required(String setting) {
        var value = lookup.apply(setting);
        if (value == null || value.isBlank()) {
            throw new DatabaseUnavailable(
                    "spring.datasource.url is set, but "
                            + Settings.environmentName(setting)
                            + " is not");
        }
        return value;
    }
}
