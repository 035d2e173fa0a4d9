package vn.sovang.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.postgres.SchemaRights.Deviation;
import vn.sovang.testing.TestDatabase;

/// Whatever a superuser changes about the append-only schema is named; a login that could change
/// what is recorded opens nothing.
@TestInstance(Lifecycle.PER_CLASS)
final class SchemaRightsTest {
    private final DatabaseSettings settings = TestDatabase.administered();

    @BeforeAll
    void migrate() {
        Database.open(settings).close();
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    /// What one sees after an attack that is then rolled back: the catalogue is transactional too.
    private <T> T after(String attack, String asWhom, Look<T> look) throws SQLException {
        try (Connection admin = TestDatabase.superuser(settings);
                Statement statement = admin.createStatement()) {
            admin.setAutoCommit(false);
            statement.execute("set local sovang.bootstrap = 'on'");
            statement.execute(attack);
            statement.execute("set local role " + asWhom);
            T seen = look.at(admin);
            admin.rollback();
            return seen;
        }
    }

    private List<Deviation> deviations(Database database) {
        return new Tx(database.ledger()).query(SchemaRights::deviations);
    }

    /// Past the guard, as whoever runs the bootstrap script is.
    private void asSuperuser(String attack) throws SQLException {
        try (Connection admin = TestDatabase.superuser(settings);
                Statement statement = admin.createStatement()) {
            statement.execute("set sovang.bootstrap = 'on'");
            statement.execute(attack);
        }
    }

    @Test
    void a_fresh_schema_is_as_installed() {
        try (Database database = Database.open(settings)) {
            assertThat(deviations(database)).filteredOn(Deviation::grave).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table ledger.event disable trigger refuse_change"
                        + "|trigger refuse_change on ledger.event is disabled",
                "alter table ledger.tile enable trigger refuse_truncate"
                        + "|trigger refuse_truncate on ledger.tile is not the one",
                "delete from pg_trigger where tgname = 'refuse_change' and tgrelid ="
                        + " 'ledger.append_mac'::regclass"
                        + "|trigger refuse_change on ledger.append_mac is missing",
                "update pg_trigger set tgenabled = 'D' where tgname = 'refuse_change'"
                        + "|trigger refuse_change on ledger.checkpoint is disabled",
                "create trigger mine before insert on ledger.event execute function"
                        + " suppress_redundant_updates_trigger()"
                        + "|trigger mine on ledger.event is not ours",
                "create rule quiet as on update to ledger.event do instead nothing"
                        + "|rule quiet on ledger.event is not ours",
                "grant update on ledger.event to sovang_ledger"
                        + "|sovang_ledger may UPDATE on ledger.event",
                "grant select on ledger.event to public|everybody may SELECT on ledger.event",
                "grant select (leaf) on ledger.event to sovang_read"
                        + "|sovang_read may SELECT column leaf of ledger.event",
                "grant create on schema ledger to sovang_ledger"
                        + "|sovang_ledger may CREATE in schema ledger",
                "alter table ledger.event owner to sovang_read"
                        + "|ledger.event is owned by sovang_read",
                "alter schema ledger owner to sovang_read|schema ledger is owned by sovang_read",
                "create or replace function ledger.refuse_change() returns trigger language"
                        + " plpgsql as 'begin return new; end'"
                        + "|function ledger.refuse_change is not the one that was installed",
                "create function ledger.mine() returns int language sql as 'select 1'"
                        + "|function ledger.mine is not ours",
                "alter event trigger ledger_ddl_guard disable"
                        + "|event trigger ledger_ddl_guard is disabled",
                "drop event trigger ledger_drop_guard"
                        + "|event trigger ledger_drop_guard is missing",
                "alter table ledger.event enable row level security"
                        + "|ledger.event has row security",
                "create view ledger.mine as select 1|ledger.mine is no table of the ledger",
                "alter table access.event disable trigger refuse_change"
                        + "|trigger refuse_change on access.event is disabled",
                "grant delete on access.event to sovang_ledger"
                        + "|sovang_ledger may DELETE on access.event",
                "create or replace function access.refuse_change() returns trigger language"
                        + " plpgsql as 'begin return new; end'"
                        + "|function access.refuse_change is not the one that was installed",
            })
    void each_change_is_named(String attack, String named) throws SQLException {
        assertThat(after(attack, "sovang_read", SchemaRights::deviations))
                .filteredOn(Deviation::grave)
                .extracting(Deviation::what)
                .anyMatch(what -> what.startsWith(named));
    }

    @Test
    void a_schema_without_the_guard_is_weaker_and_not_wrong() throws SQLException {
        List<Deviation> seen =
                after(
                        """
                        drop event trigger ledger_ddl_guard;
                        drop event trigger ledger_drop_guard;
                        drop schema guard cascade;
                        """,
                        "sovang_read",
                        SchemaRights::deviations);
        assertThat(seen).filteredOn(Deviation::grave).isEmpty();
        assertThat(seen)
                .extracting(Deviation::what)
                .anyMatch(what -> what.contains("no event trigger"));
    }

    @Test
    void a_superusers_login_opens_nothing() {
        assertThatThrownBy(() -> Database.open(with(TestDatabase.superuser())))
                .isInstanceOfSatisfying(
                        PrivilegedLogin.class,
                        refused -> assertThat(refused.power()).isEqualTo("is a superuser"));
    }

    @Test
    void the_operator_may_say_that_it_is_so() {
        Database.open(with(TestDatabase.superuser()), true).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant update on ledger.event to sovang_ledger|more than SELECT and INSERT",
                "grant update (leaf) on ledger.event to sovang_ledger|more than SELECT and INSERT",
                "grant truncate on ledger.tile to public|more than SELECT and INSERT",
                "alter table ledger.request owner to sovang_ledger|more than SELECT and INSERT",
                "grant update on access.event to sovang_ledger|more than SELECT and INSERT",
                "alter schema ledger owner to sovang_ledger|create objects in the schema",
            })
    void a_login_with_more_than_select_and_insert_has_too_much(String grant, String named)
            throws SQLException {
        assertThat(after(grant, "sovang_ledger", SchemaRights::tooMuch))
                .hasValueSatisfying(power -> assertThat(power).contains(named));
        assertThat(after("select 1", "sovang_ledger", SchemaRights::tooMuch)).isEmpty();
    }

    @Test
    void such_a_login_opens_nothing() throws SQLException {
        asSuperuser("grant update on ledger.event to sovang_ledger");
        try {
            assertThatThrownBy(() -> Database.open(settings.withoutMigration()))
                    .isInstanceOf(PrivilegedLogin.class)
                    .hasMessageContaining("more than SELECT and INSERT");
        } finally {
            asSuperuser("revoke update on ledger.event from sovang_ledger");
        }
    }

    @Test
    void the_owners_login_opens_nothing() throws SQLException {
        String name = "owner_" + settings.ledgerUrl().replaceAll(".*/", "");
        asSuperuser("create role " + name + " login password 'x' in role sovang_owner");
        try {
            asSuperuser(
                    "grant connect on database "
                            + settings.ledgerUrl().replaceAll(".*/", "")
                            + " to "
                            + name);
            assertThatThrownBy(() -> Database.open(with(new Credentials(name, "x"))))
                    .isInstanceOf(PrivilegedLogin.class)
                    .hasMessageContaining("owner of the ledger");
        } finally {
            asSuperuser("drop owned by " + name + "; drop role " + name);
        }
    }

    private DatabaseSettings with(Credentials ledger) {
        return new DatabaseSettings(
                settings.ledgerUrl(),
                settings.keysUrl(),
                null,
                null,
                ledger,
                settings.read(),
                settings.keys(),
                settings.door());
    }

    @Test
    void a_running_service_says_when_the_schema_changes() throws SQLException {
        try (Database database = Database.open(settings);
                SchemaWatch watch = new SchemaWatch(database.ledger(), Duration.ofHours(1))) {
            watch.look();
            assertThat(watch.alarm()).isEmpty();
            asSuperuser("alter table ledger.event disable trigger refuse_change");
            watch.look();
            assertThat(watch.alarm()).hasValue("trigger refuse_change on ledger.event is disabled");
            asSuperuser("alter table ledger.event enable always trigger refuse_change");
            watch.look();
            assertThat(watch.alarm())
                    .as("that it was so is not forgotten")
                    .hasValue("the schema was changed while the service ran");
        }
    }
}
