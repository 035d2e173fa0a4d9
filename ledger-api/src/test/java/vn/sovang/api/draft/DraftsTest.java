package vn.sovang.api.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.paper.ReportPart;
import vn.sovang.api.paper.ReportWords;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.UnitId;

/// What is kept of a report while people write it.
class DraftsTest {
    private static final UnitId CITY = new UnitId(UUID.randomUUID());

    private static Database database;
    private static Drafts drafts;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        drafts = new Drafts(database.door(), InstantSource.system());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Drafts.Saved saved(String words, String by) {
        return saved(words, by, null);
    }

    private static Drafts.Saved saved(String words, String by, @Nullable String knownAt) {
        var about = new ReportDraft.About("2024-H1", "CALENDAR", CITY, knownAt);
        return new Drafts.Saved(about, new ReportWords(Map.of(ReportPart.FIRST, words)), 1_234, by);
    }

    private static UnitId office() {
        return new UnitId(UUID.randomUUID());
    }

    @Test
    void a_draft_is_read_back_as_it_was_left() {
        var office = office();
        var begun = drafts.begin(office, saved("Mục một\ncó “ngoặc” và \\ gạch", "lan", "2000"));
        var read = drafts.get(begun.id(), office);

        assertThat(read).isEqualTo(begun);
        assertThat(read.words().text(ReportPart.FIRST)).isEqualTo("Mục một\ncó “ngoặc” và \\ gạch");
        assertThat(read.about().knownAt()).isEqualTo("2000");
        assertThat(read.savedAt()).isEqualTo(1_234);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.changedBy()).isEqualTo("lan");
        assertThat(drafts.of(office)).containsExactly(read);
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told() {
        var office = office();
        var draft = drafts.begin(office, saved("chung", "lan"));

        assertThat(drafts.save(draft, saved("của lan", "lan"))).isTrue();
        assertThat(drafts.save(draft, saved("của minh", "minh"))).isFalse();
        var now = drafts.get(draft.id(), office);
        assertThat(now.words().text(ReportPart.FIRST)).isEqualTo("của lan");
        assertThat(now.version()).isEqualTo(2);
        assertThat(drafts.save(now, saved("của cả hai", "minh"))).isTrue();
        assertThat(drafts.get(draft.id(), office).changedBy()).isEqualTo("minh");
    }

    @Test
    void another_office_does_not_learn_that_it_is_there() {
        var draft = drafts.begin(office(), saved("riêng", "lan"));

        assertThat(drafts.of(office())).isEmpty();
        assertThatThrownBy(() -> drafts.get(draft.id(), office()))
                .hasMessageContaining("DRAFT_NOT_FOUND");
        assertThatThrownBy(() -> drafts.get(draft.id(), null))
                .hasMessageContaining("DRAFT_NOT_FOUND");
    }

    @Test
    void the_office_that_keeps_the_register_has_drafts_of_its_own() {
        var draft = drafts.begin(null, saved("của sổ", "lan"));

        assertThat(drafts.of(null)).contains(draft);
    }

    @Test
    void what_was_issued_is_only_read() {
        var office = office();
        var draft = drafts.begin(office, saved("ký rồi", "lan"));
        var report = new ReportId(UUID.randomUUID());
        drafts.issued(draft, report, 2_000, "minh");
        var issued = drafts.get(draft.id(), office);

        assertThat(issued.report()).isEqualTo(report);
        assertThat(issued.about().knownAt()).as("the figures it was issued with").isEqualTo("2000");
        assertThat(drafts.save(issued, saved("sửa", "lan"))).isFalse();
        assertThat(drafts.discard(issued)).isFalse();
    }

    @Test
    void a_draft_is_thrown_away_only_as_it_was_read() {
        var office = office();
        var draft = drafts.begin(office, saved("bỏ", "lan"));
        assertThat(drafts.save(draft, saved("đừng bỏ", "minh"))).isTrue();

        assertThat(drafts.discard(draft)).isFalse();
        assertThat(drafts.discard(drafts.get(draft.id(), office))).isTrue();
        assertThat(drafts.of(office)).isEmpty();
    }

    @Test
    void an_office_keeps_so_many_and_no_more() {
        var office = office();
        for (int i = 0; i < Drafts.MAX_OF_AN_OFFICE; i++) {
            drafts.begin(office, saved("x", "lan"));
        }
        assertThatThrownBy(() -> drafts.begin(office, saved("x", "lan")))
                .hasMessageContaining("LIST_TOO_MANY");
    }
}
