package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Installation;
import vn.sovang.api.text.Messages;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

/// Rebuilds as an operator types them, beside a running service on the same data.
class RebuildCommandTest {
    @TempDir Path folder;

    private final DatabaseSettings database = TestDatabase.freshSettings();
    private final Map<String, String> settings = new HashMap<>();

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void name_the_database() {
        var admin = Objects.requireNonNull(database.admin());
        settings.put("spring.datasource.url", database.ledgerUrl());
        settings.put("spring.datasource.username", admin.user());
        settings.put("spring.datasource.password", admin.password());
        settings.put("sovang.ledger.password", database.ledger().password());
        settings.put("sovang.read.password", database.read().password());
        settings.put("sovang.keys.password", database.keys().password());
        settings.put("sovang.door.password", database.door().password());
        settings.forEach(System::setProperty);
    }

    @AfterEach
    void forget_the_database() {
        settings.keySet().forEach(System::clearProperty);
    }

    private Ran rebuild(String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console =
                new Console(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Messages.in(Locale.ENGLISH));
        var arguments = new ArrayList<>(List.of("rebuild", "--data", folder.toString()));
        arguments.addAll(List.of(more));
        var code = CommandLineInterface.run(console, arguments.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void is_usable_beside_a_running_service() {
        try (var service = Installation.open(folder, "sovang.test/rebuild", database)) {
            service.catchUp();

            var all = rebuild("--all");
            assertThat(all.code()).as(all.err()).isZero();
            assertThat(all.out()).contains("register: rebuilt", "history: rebuilt", "identical");

            var status = rebuild("--status");
            assertThat(status.code()).isZero();
            assertThat(status.out()).contains("statistics (version", "old tables kept");

            var dropped = rebuild("statistics", "--drop-old");
            assertThat(dropped.out()).contains("statistics: old tables dropped");
            assertThat(rebuild("statistics", "--drop-old").err()).contains("OLD_TABLES_NOT_KEPT");
            assertThat(rebuild("--all", "--drop-old").code()).isZero();

            var json = JsonMapper.shared().readTree(rebuild("custody", "--json").out());
            assertThat(json.get("state").asString()).isEqualTo("DONE");
            assertThat(service.projections().rebuilds().progress("custody")).isPresent();
        }
    }

    @Test
    void answers_wrong_usage_and_what_cannot_be_with_their_exit_codes() {
        assertThat(rebuild().code()).isEqualTo(2);
        assertThat(rebuild("statistics", "--pause", "--cancel").code()).isEqualTo(2);
        var unknown = rebuild("statistic");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no read model “statistic”");
        var pause = rebuild("statistics", "--pause");
        assertThat(pause.code()).isEqualTo(1);
        assertThat(pause.err()).contains("REBUILD_NOT_RUNNING");
        assertThat(rebuild("--all", "--cancel").code()).isZero();
    }
}
