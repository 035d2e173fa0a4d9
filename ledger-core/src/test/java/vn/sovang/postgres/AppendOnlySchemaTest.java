package vn.sovang.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.testing.TestDatabase;

/// What each role can do to the log, statement by statement.
@TestInstance(Lifecycle.PER_CLASS)
final class AppendOnlySchemaTest {
    private static final String PERMISSION_DENIED = "42501";

    private final DatabaseSettings settings = TestDatabase.administered();
    private final Database database = Database.open(settings);

    @BeforeAll
    void store_one_event() throws SQLException {
        try (Connection ledger = database.ledger().getConnection();
                Statement statement = ledger.createStatement()) {
            statement.execute(
                    """
                    insert into ledger.event
                    values (1, now(), 'x', 'leaf', sha256('\\x00'::bytea || 'leaf'));
                    insert into ledger.event_tag values ('a:1', 1, 'x');
                    insert into ledger.checkpoint values (1, sha256('r'), 'note', now());
                    insert into ledger.cosignature
                    values (1, 'w', '00000000', now(), 'line', now());
                    insert into access.event
                    values (1, now(), 'x', 'leaf', sha256('\\x00'::bytea || 'leaf'));
                    insert into access.event_tag values ('user:1', 1, 'x');
                    """);
        }
    }

    @AfterAll
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set type = 'y'",
                "delete from ledger.event",
                "truncate ledger.event",
                "drop table ledger.event",
                "alter table ledger.event disable trigger all",
                "update ledger.event_tag set tag = 'a:2'",
                "delete from ledger.request",
                "delete from ledger.tile",
                "update ledger.checkpoint set root = root",
                "update ledger.cosignature set line = 'x'",
                "delete from ledger.cosignature",
                "update access.event set type = 'y'",
                "delete from access.event_tag",
                "truncate access.event",
                "insert into ledger.flyway_schema_history values (9, '9')",
                "create table ledger.mine (a int)",
                "create table public.mine (a int)",
                "create temporary table mine (a int)",
                "set role sovang_owner",
                "set session_replication_role = 'replica'",
            })
    void the_ledger_role_can_only_insert_and_select(String attack) {
        assertRefused(settings.ledger(), attack);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set type = 'y'",
                "delete from ledger.event",
                "truncate ledger.event",
                "truncate ledger.event, ledger.event_tag cascade",
                "delete from ledger.event_tag",
                "delete from ledger.cosignature",
                "truncate ledger.cosignature",
                "delete from access.event",
                "truncate access.event_tag",
                "drop schema access cascade",
                "alter table access.event disable trigger all",
                "drop table ledger.event",
                "drop schema ledger cascade",
                "drop trigger refuse_change on ledger.event",
                "drop function ledger.refuse_change() cascade",
                "drop index ledger.event_type",
                "alter table ledger.event disable trigger all",
                "alter table ledger.event disable trigger refuse_change",
                "alter table ledger.event rename to ereignis",
                "alter table ledger.event add column note text",
                "alter schema ledger rename to hauptbuch",
                "create or replace function ledger.refuse_change() returns trigger language plpgsql"
                        + " as 'begin return new; end'",
                "create rule quiet as on update to ledger.event do instead nothing",
                "create trigger mine before insert on ledger.event execute function"
                        + " suppress_redundant_updates_trigger()",
                "grant update on ledger.event to sovang_ledger",
                "alter event trigger ledger_ddl_guard disable",
                "set session_replication_role = 'replica'",
            })
    void even_the_owner_is_refused(String attack) throws SQLException {
        try (Connection owner = TestDatabase.superuser(settings);
                Statement statement = owner.createStatement()) {
            // As a login that is a member of the owner, and no superuser, would be.
            statement.execute("set session authorization sovang_owner");
            assertThatThrownBy(() -> statement.execute(attack))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused ->
                                    assertThat(refused.getSQLState())
                                            .as(refused.getMessage())
                                            .isEqualTo(PERMISSION_DENIED));
        }
    }

    /// The triggers are of the kind that fires in a replica session too.
    @Test
    void a_superuser_in_a_replica_session_is_refused_a_change() throws SQLException {
        try (Connection admin = TestDatabase.superuser(settings);
                Statement statement = admin.createStatement()) {
            statement.execute("set session_replication_role = 'replica'");
            assertThatThrownBy(() -> statement.execute("delete from ledger.event"))
                    .hasMessageContaining("append-only");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from ledger.event",
                "insert into ledger.event_tag values ('a:1', 2, 'x')",
                "drop table ledger.event",
            })
    void the_read_role_has_no_right_on_the_log(String attack) {
        assertRefused(settings.read(), attack);
    }

    @Test
    void the_read_role_builds_and_drops_read_models() {
        assertThatCode(() ->
                        execute(
                                settings.ledgerUrl(),
                                settings.read(),
                                """
                                create schema read_register_v1;
                                create table read_register_v1.award (id uuid);
                                create table read.token (name text);
                                drop table read.token;
                                drop schema read_register_v1 cascade;
                                """))
                .doesNotThrowAnyException();
    }

    @Test
    void a_wrong_leaf_hash_is_refused() {
        assertThatThrownBy(() ->
                        execute(
                                settings.ledgerUrl(),
                                settings.ledger(),
                                "insert into ledger.event values (2, now(), 'x', 'leaf',"
                                        + " sha256('leaf'))"))
                .hasMessageContaining("check constraint");
    }

    @Test
    void the_key_role_works_in_its_own_database_only() throws SQLException {
        execute(
                settings.keysUrl(),
                settings.keys(),
                """
                insert into keystore.subject_key (subject, wrapped_key, commitment)
                values (gen_random_uuid(), 'k', 'c');
                delete from keystore.subject_key;
                """);
        assertThatThrownBy(() ->
                        execute(
                                settings.keysUrl(),
                                settings.keys(),
                                "update keystore.subject_key set commitment = 'd'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(settings.ledgerUrl(), settings.keys(), "select 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(settings.keysUrl(), settings.ledger(), "select 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void opening_again_changes_nothing() throws SQLException {
        Database.open(settings).close();
        Database.open(settings.withoutMigration()).close();
        try (Connection ledger = database.ledger().getConnection();
                Statement statement = ledger.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*), current_setting('timezone') from ledger.event")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(row.getString(2)).isEqualTo("UTC");
        }
    }

    @Test
    void a_database_without_a_ledger_is_named_plainly() {
        String elsewhere = settings.ledgerUrl().replaceAll("/[^/]*$", "/postgres");
        DatabaseSettings empty =
                new DatabaseSettings(
                        elsewhere,
                        settings.keysUrl(),
                        null,
                        null,
                        settings.ledger(),
                        settings.read(),
                        settings.keys(),
                        settings.door());
        assertThatThrownBy(() -> Database.open(empty))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("holds no ledger");
    }

    private void assertRefused(Credentials login, String attack) {
        assertThatThrownBy(() -> execute(settings.ledgerUrl(), login, attack))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused ->
                                assertThat(refused.getSQLState())
                                        .as(refused.getMessage())
                                        .isEqualTo(PERMISSION_DENIED));
    }

    private static void execute(String url, Credentials login, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
