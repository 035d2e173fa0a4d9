package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.Fact;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.PhanRang2024;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.RecipientKind;

final class RebuildTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "history", "statistics", "custody"})
    void rebuilt_tables_are_the_live_ones(String name) {
        given();
        var projections = log.settled();

        var report = projections.rebuild(name);

        assertThat(report.identical()).as(report.toString()).isTrue();
        assertThat(report.position()).isEqualTo(log.feed().head());
        assertThat(report.liveChecksum()).isEqualTo(report.rebuiltChecksum()).contains("=");
        assertThat(projections.register().awards(AwardFilter.ALL, null, 1).rows()).hasSize(1);
        projections.awaitPosition(log.append(aDecision()), TestLog.PATIENCE);
        assertThat(projections.rebuild(name).identical())
                .as("what was applied after the swap too")
                .isTrue();
    }

    @Test
    void tables_that_were_tampered_with_are_found_and_replaced() {
        given();
        var projections = log.settled();
        new Tx(log.database().read())
                .call(connection ->
                        Sql.update(
                                connection,
                                "update read_register.award set authority = recipient"));

        var report = projections.rebuild("register");

        assertThat(report.identical()).isFalse();
        assertThat(projections.rebuild("register").identical()).isTrue();
    }

    @Test
    void readers_see_the_old_tables_or_the_new_never_half_of_them() throws InterruptedException {
        given();
        var projections = log.settled();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        List<Throwable> failures = new ArrayList<>();
        var done = new AtomicBoolean();
        var reading = new CountDownLatch(1);
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                while (!done.get()) {
                                    var page =
                                            projections
                                                    .register()
                                                    .awards(AwardFilter.ALL, null, 500);
                                    seen.add(page.rows().size());
                                    reading.countDown();
                                }
                            } catch (RuntimeException failure) {
                                failures.add(failure);
                                reading.countDown();
                            }
                        });
        reading.await();

        for (int i = 0; i < 5; i++) {
            assertThat(projections.rebuild("register").identical()).isTrue();
        }
        done.set(true);
        reader.join();

        assertThat(failures).isEmpty();
        assertThat(seen).containsExactly(500);
    }

    @Test
    void refuses_a_model_there_is_none_of() {
        var projections = log.settled();
        assertThatIllegalArgumentException().isThrownBy(() -> projections.rebuild("x"));
    }

    private void given() {
        log.at("2024-06-20T01:00:00Z").append(PhanRang2024.reference());
        log.append(PhanRang2024.file());
        log.append(aDecision());
    }

    private static Fact aDecision() {
        var line = Given.line("BK_TINH", RecipientKind.INDIVIDUAL);
        return Paper.of("2024-07-01", "77/QĐ")
                .fact(Given.decided(Given.award(), Given.PROVINCE, line));
    }
}
