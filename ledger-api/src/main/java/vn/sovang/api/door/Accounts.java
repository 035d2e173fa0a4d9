package vn.sovang.api.door;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.postgres.Tx;
import vn.sovang.vocabulary.UnitId;

/// The local accounts of one installation (*tài khoản*), for offices without an identity provider.
///
/// Every change raises the account's version in the same statement, and each request asks for the
/// version: a session that knows an older one ends there, on every node and whoever made the
/// change. Who may change what is asked by the callers; that it was changed they enter in the
/// access log.
public final class Accounts {
    /// How long a password that somebody else has seen is good for its one purpose (ASVS 6.4.1).
    public static final Duration INITIAL = Duration.ofDays(7);

    private static final String FIRST = "admin";

    /// Digits of a key's hash by which people tell keys apart.
    private static final int KEY_NAME = 12;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private static final String COLUMNS =
            "id, roles, unit, version, must_change, password_expires_at, disabled,"
                    + " mandate_decision, mandate_units, mandate_from, mandate_until,"
                    + " last_sign_in_at";

    private final Tx tx;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    /// @param door a pool of the role `sovang_door`; not closed
    public Accounts(DataSource door, InstantSource clock) {
        this.tx = new Tx(door);
        this.clock = clock;
        this.passwords = new Passwords(random);
    }

    /// An account just made, or its password just reset.
    ///
    /// @param password told once and kept nowhere
    public record Issued(Account account, String password) {
        @Override
        public String toString() {
            return "Issued[account=" + account.id() + "]";
        }
    }

    /// Makes an account with a random password that must be changed at the first sign-in.
    ///
    /// @throws Failure `ACCOUNT_NAME_MALFORMED`, `ACCOUNT_EXISTS`, `ROLES_NOT_TOGETHER`
    public Issued add(String id, Collection<Role> roles, @Nullable UnitId unit) {
        return add(new Fresh(id, roles, unit), true, INITIAL);
    }

    /// The same for strangers who try the program: the password is theirs at once, but not for
    /// long.
    public Issued addForAWhile(
            String id, Collection<Role> roles, @Nullable UnitId unit, Duration life) {
        return add(new Fresh(id, roles, unit), false, life);
    }

    private record Fresh(String id, Collection<Role> roles, @Nullable UnitId unit) {}

    private Issued add(Fresh fresh, boolean mustChange, Duration life) {
        var id = fresh.id();
        var unit = fresh.unit();
        requireName(id);
        requireTogether(fresh.roles());
        var password = passwords.random();
        var hash = Passwords.hash(password);
        int added =
                tx.call(connection ->
                        change(
                                connection,
                                """
                                insert into door.account
                                    (id, password_hash, roles, unit, must_change,
                                    password_expires_at)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """,
                                id,
                                hash,
                                names(connection, fresh.roles()),
                                unit == null ? null : unit.value(),
                                mustChange,
                                Timestamp.from(clock.instant().plus(life))));
        if (added == 0) {
            throw Failure.of(FailureCode.ACCOUNT_EXISTS, "account", id);
        }
        return new Issued(get(id), password);
    }

    /// The first administrator of an installation that has no account yet; empty where it has.
    public Optional<Issued> first() {
        try {
            return all().isEmpty()
                    ? Optional.of(add(FIRST, Set.of(Role.ADMINISTRATOR), null))
                    : Optional.empty();
        } catch (Failure quicker) {
            // A node beside this one was quicker, and has told the password.
            return Optional.empty();
        }
    }

    /// Gives an account a new random password; it must be changed at the next sign-in.
    ///
    /// @throws Failure `ACCOUNT_UNKNOWN`
    public Issued reset(String id) {
        return reset(id, true, INITIAL);
    }

    /// The same for accounts that strangers try the program with: their password is theirs at once,
    /// but not for long.
    public Issued resetForAWhile(String id, Duration life) {
        return reset(id, false, life);
    }

    private Issued reset(String id, boolean mustChange, Duration life) {
        var password = passwords.random();
        var hash = Passwords.hash(password);
        changed(
                id,
                """
                update door.account
                set password_hash = ?, must_change = ?, password_expires_at = ?, disabled = false,
                    version = version + 1
                where id = ?
                """,
                hash,
                mustChange,
                Timestamp.from(clock.instant().plus(life)));
        return new Issued(get(id), password);
    }

    /// Gives an account other roles and another unit. Whoever is signed in with it is signed out.
    ///
    /// @throws Failure `ACCOUNT_UNKNOWN`, `ROLES_NOT_TOGETHER`
    public Account change(String id, Collection<Role> roles, @Nullable UnitId unit) {
        requireTogether(roles);
        tx.call(connection -> {
            int changed =
                    change(
                            connection,
                            """
                            update door.account
                            set roles = ?, unit = ?, version = version + 1
                            where id = ?
                            """,
                            names(connection, roles),
                            unit == null ? null : unit.value(),
                            id);
            return known(changed, id);
        });
        return get(id);
    }

    /// Limits what an account reads as inspector; a mandate before is replaced. Whoever is signed
    /// in with it is signed out.
    ///
    /// @param mandate null for no limit: the body that inspects the whole register
    /// @throws Failure `ACCOUNT_UNKNOWN`, `MANDATE_OF_NO_INSPECTOR`
    public Account mandate(String id, @Nullable Mandate mandate) {
        if (!get(id).roles().contains(Role.INSPECTOR)) {
            throw Failure.of(FailureCode.MANDATE_OF_NO_INSPECTOR, "account", id);
        }
        tx.call(connection -> {
            int changed =
                    change(
                            connection,
                            """
                            update door.account
                            set mandate_decision = ?, mandate_units = ?, mandate_from = ?,
                                mandate_until = ?, version = version + 1
                            where id = ?
                            """,
                            mandate == null ? null : mandate.decision(),
                            mandate == null ? null : ids(connection, mandate.units()),
                            mandate == null ? null : mandate.from(),
                            mandate == null ? null : mandate.until(),
                            id);
            return known(changed, id);
        });
        return get(id);
    }

    /// Lets nobody in with the account any more, and ends what runs: sessions and keys.
    ///
    /// @throws Failure `ACCOUNT_UNKNOWN`
    public Account disable(String id) {
        changed(
                id,
                """
                update door.account set disabled = true, version = version + 1 where id = ?
                """);
        return get(id);
    }

    /// The account behind a name and a password; empty for a wrong one, a disabled account and an
    /// initial password that has ended. Takes as long for a name that nobody has.
    Optional<Account> signIn(String id, String password) {
        var found =
                tx.query(connection ->
                        rows(
                                connection,
                                "select password_hash, "
                                        + COLUMNS
                                        + " from door.account where id = ?",
                                row -> new Kept(row.getString("password_hash"), account(row)),
                                id));
        var hash = found.isEmpty() ? passwords.nobodys() : found.getFirst().hash();
        boolean right = passwords.matches(password, hash);
        return found.stream()
                .filter(_ -> right)
                .map(Kept::account)
                .filter(account -> !account.disabled() && !isOver(account.passwordExpiresAt()))
                .findFirst();
    }

    private record Kept(String hash, Account account) {}

    /// Somebody came in; no session ends by it.
    void cameIn(String id) {
        tx.call(connection ->
                change(
                        connection,
                        "update door.account set last_sign_in_at = ? where id = ?",
                        Timestamp.from(clock.instant()),
                        id));
    }

    private boolean isOver(@Nullable Instant end) {
        return end != null && !clock.instant().isBefore(end);
    }

    /// Changes a password for its owner.
    ///
    /// @throws Failure `PASSWORD_WRONG` for the present one; see [Passwords#require]
    Account changePassword(String id, String present, String wanted) {
        var account = signIn(id, present).orElseThrow(() -> Failure.of(FailureCode.PASSWORD_WRONG));
        passwords.require(wanted, id);
        if (wanted.equals(present)) {
            throw Failure.of(FailureCode.PASSWORD_SAME);
        }
        var hash = Passwords.hash(wanted);
        changed(
                account.id(),
                """
                update door.account
                set password_hash = ?, must_change = false, password_expires_at = null,
                    version = version + 1
                where id = ?
                """,
                hash);
        return get(id);
    }

    /// A new key with which a program acts as the account; told once.
    ///
    /// @throws Failure `ACCOUNT_UNKNOWN`
    public String newKey(String id, String label, Duration life) {
        get(id);
        var key = ApiKey.fresh(random);
        tx.call(connection ->
                change(
                        connection,
                        """
                        insert into door.api_key (sha256, account, label, expires_at)
                        values (?, ?, ?, ?)
                        """,
                        ApiKey.hash(key),
                        id,
                        label,
                        Timestamp.from(clock.instant().plus(life))));
        return key;
    }

    /// A key of a program, without what proves it.
    ///
    /// @param id tells it from the account's other keys; opens nothing
    public record Key(String id, String label, Instant createdAt, Instant expiresAt) {}

    /// The keys of an account that still let a program in, oldest first.
    public List<Key> keys(String id) {
        return tx.query(connection ->
                rows(
                        connection,
                        """
                        select encode(sha256, 'hex') as name, label, created_at, expires_at
                        from door.api_key
                        where account = ? and not revoked and expires_at > ?
                        order by created_at, sha256
                        """,
                        row ->
                                new Key(
                                        row.getString("name").substring(0, KEY_NAME),
                                        row.getString("label"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getTimestamp("expires_at").toInstant()),
                        id,
                        Timestamp.from(clock.instant())));
    }

    /// Makes one key of an account worthless.
    ///
    /// @param key the [Key#id]
    /// @throws Failure `ACCESS_KEY_UNKNOWN`
    public void revokeKey(String id, String key) {
        get(id);
        int ended =
                tx.call(connection ->
                        change(
                                connection,
                                """
                                update door.api_key set revoked = true
                                where account = ? and not revoked
                                    and left(encode(sha256, 'hex'), ?) = ?
                                """,
                                id,
                                KEY_NAME,
                                key));
        if (ended == 0) {
            throw Failure.of(FailureCode.ACCESS_KEY_UNKNOWN, "key", key);
        }
    }

    /// Makes every key of an account worthless.
    ///
    /// @return how many there were
    public int revokeKeys(String id) {
        get(id);
        return tx.call(connection ->
                change(
                        connection,
                        """
                        update door.api_key set revoked = true where account = ? and not revoked
                        """,
                        id));
    }

    /// The account a key is for; empty if it is none, or no longer.
    Optional<Account> byKey(String key) {
        return tx
                .query(connection ->
                        rows(
                                connection,
                                "select "
                                        + COLUMNS
                                        + " from door.account where not disabled and id = ("
                                        + "select account from door.api_key where sha256 = ?"
                                        + " and not revoked and expires_at > ?)",
                                Accounts::account,
                                ApiKey.hash(key),
                                Timestamp.from(clock.instant())))
                .stream()
                .findFirst();
    }

    /// The account of a name.
    public Optional<Account> find(String id) {
        return tx
                .query(connection ->
                        rows(
                                connection,
                                "select " + COLUMNS + " from door.account where id = ?",
                                Accounts::account,
                                id))
                .stream()
                .findFirst();
    }

    private Account get(String id) {
        return find(id).orElseThrow(() -> Failure.of(FailureCode.ACCOUNT_UNKNOWN, "account", id));
    }

    /// All of them, by name.
    public List<Account> all() {
        return tx.query(connection ->
                rows(
                        connection,
                        "select " + COLUMNS + " from door.account order by id",
                        Accounts::account));
    }

    private void changed(String id, String sql, Object... before) {
        var values = Arrays.copyOf(before, before.length + 1);
        values[before.length] = id;
        tx.call(connection -> known(change(connection, sql, values), id));
    }

    private static int known(int changed, String id) {
        if (changed == 0) {
            throw Failure.of(FailureCode.ACCOUNT_UNKNOWN, "account", id);
        }
        return changed;
    }

    private static void requireName(String id) {
        if (!ID.matcher(id).matches()) {
            throw Failure.of(FailureCode.ACCOUNT_NAME_MALFORMED, "account", id);
        }
    }

    private static void requireTogether(Collection<Role> roles) {
        if (!Role.mayBeHeldTogether(roles)) {
            throw Failure.of(FailureCode.ROLES_NOT_TOGETHER);
        }
    }

    private static java.sql.Array names(Connection connection, Collection<Role> roles)
            throws SQLException {
        var names = roles.stream().map(Role::name).distinct().sorted().toArray();
        return connection.createArrayOf("text", names);
    }

    private static java.sql.Array ids(Connection connection, Set<UnitId> units)
            throws SQLException {
        return connection.createArrayOf("uuid", units.stream().map(UnitId::value).toArray());
    }

    private static @Nullable Mandate mandate(ResultSet row) throws SQLException {
        var decision = row.getString("mandate_decision");
        if (decision == null) {
            return null;
        }
        var units = (UUID[]) row.getArray("mandate_units").getArray();
        return new Mandate(
                decision,
                Arrays.stream(units).map(UnitId::new).collect(Collectors.toSet()),
                row.getObject("mandate_from", LocalDate.class),
                row.getObject("mandate_until", LocalDate.class));
    }

    private static Account account(ResultSet row) throws SQLException {
        var unit = row.getObject("unit", UUID.class);
        return new Account(
                row.getString("id"),
                roles(row),
                unit == null ? null : new UnitId(unit),
                row.getLong("version"),
                row.getBoolean("must_change"),
                instant(row, "password_expires_at"),
                mandate(row),
                row.getBoolean("disabled"),
                instant(row, "last_sign_in_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// A role that this version does not know gives no right.
    private static Set<Role> roles(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(names)
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(
            Connection connection, String sql, Reading<T> reading, Object... values)
            throws SQLException {
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        }
    }

    private static int change(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
