package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.testing.Terminal;

/// Rebuilds as an operator types them, beside a running service on the same data.
class RebuildCommandTest {
    @TempDir Path folder;

    private Terminal it;

    @BeforeEach
    void open() {
        it = Terminal.fresh(folder, "sovang.test/rebuild");
    }

    private Terminal.Ran rebuild(String... more) {
        return it.sovang(Locale.ENGLISH, "rebuild", (Object[]) more);
    }

    @Test
    void is_usable_beside_a_running_service() {
        try (var service = it.open()) {
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
