package vn.sovang.api.door;

import vn.sovang.access.AccessEntry.AccountChanged;

/// What happened to an account, as the access log names it.
public enum AccountChange {
    ADDED,
    ROLES,
    /// Somebody else gave it a new password.
    RESET,
    DISABLED,
    /// What it reads as inspector was limited, or is so no more.
    MANDATE,
    /// Its owner changed the password.
    PASSWORD,
    /// A program got a key of it.
    KEY,
    KEYS_REVOKED;

    /// The entry for an account as it is now.
    public AccountChanged of(Account account) {
        return new AccountChanged(
                account.id(),
                name(),
                account.roles().stream().map(Role::name).sorted().toList(),
                account.unit());
    }
}
