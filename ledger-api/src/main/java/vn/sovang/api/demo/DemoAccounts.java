package vn.sovang.api.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.door.Role;

/// Somebody to sign in as in every role, for strangers who look around. Nobody real; the passwords
/// are new at each start and end after a day, so that a directory which grows into a register is
/// not left with them.
public final class DemoAccounts {
    private static final Duration LIFE = Duration.ofDays(1);

    private DemoAccounts() {}

    /// Makes the accounts where they are missing, and gives all of them new passwords.
    public static List<Accounts.Issued> issue(Accounts accounts) {
        return Role.given().stream()
                .map(role -> {
                    var name = "demo-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    if (accounts.find(name).isEmpty()) {
                        accounts.add(name, List.of(role), null);
                    }
                    return accounts.resetForAWhile(name, LIFE);
                })
                .toList();
    }
}
