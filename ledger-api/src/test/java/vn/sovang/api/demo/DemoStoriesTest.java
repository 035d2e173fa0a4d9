package vn.sovang.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

class DemoStoriesTest {
    @Test
    void both_stories_are_recorded_once_however_often_they_are_told(@TempDir Path folder) {
        try (var it = TestLedger.open(TestDatabase.freshSettings(), folder)) {
            var stories =
                    new DemoStories(
                            it.ledger(), InstantSource.system(), DemoStories.DemoUnits.shipped());
            var told = stories.tell();
            long head = it.ledger().feed().head();
            assertThat(told)
                    .extracting(Demo.Step::key)
                    .containsExactly(
                            "nominated",
                            "approved",
                            "lost",
                            "confirmed",
                            "reissued",
                            "annulled",
                            "withdrawn");
            var again =
                    new DemoStories(
                                    it.ledger(),
                                    InstantSource.system(),
                                    DemoStories.DemoUnits.shipped())
                            .tell();
            assertThat(again).isEqualTo(told);
            assertThat(it.ledger().feed().head()).isEqualTo(head);
        }
    }
}
