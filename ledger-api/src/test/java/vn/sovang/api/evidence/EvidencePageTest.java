package vn.sovang.api.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.event.EventCatalogue;
import vn.sovang.evidence.BundleContent;
import vn.sovang.evidence.Leaf;
import vn.sovang.tlog.Hash;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;

/// The page is part of what is verified: its bytes are frozen.
class EvidencePageTest {
    private static final UUID ID = UUID.fromString("b5b83533-f802-4b10-86cc-0a6df3eeb0cf");
    private static final Path EVENTS = Path.of("..", "ledger-core/src/test/resources/golden");
    private static final Path FROZEN = Path.of("src/test/resources/evidence/trang-1.html");

    private static byte[] rendered() throws IOException {
        var leaves = new ArrayList<Leaf>();
        for (var name :
                List.of(
                        "catalogue.AwardTypeDefined",
                        "unit.UnitRegistered",
                        "recipient.RecipientRegistered",
                        "nomination.NominationSubmitted",
                        "award.AwardDecided",
                        "award.AwardAnnulled",
                        "artifact.ArtifactReissued",
                        "reissue.ReissueRequested",
                        "imports.ImportCompleted",
                        "evidence.EvidenceBundleIssued")) {
            leaves.add(
                    Leaf.read(
                            leaves.size() + 1,
                            Files.readAllBytes(EVENTS.resolve(name + ".rev1.json"))));
        }
        return new EvidencePage()
                .render(
                        new BundleContent(
                                new EvidenceId(ID),
                                new EvidenceSubject.OfPeriod(
                                        LocalDate.parse("2024-01-01"),
                                        LocalDate.parse("2024-06-30"),
                                        null),
                                EvidenceVariant.ENTITLED,
                                "sovang.test/page",
                                300,
                                Hash.EMPTY_ROOT,
                                List.of(200L),
                                leaves,
                                Map.of(ID, "Người <nhận> & 01")));
    }

    @Test
    void the_bytes_of_version_1_never_change() throws IOException {
        var page = rendered();
        if (!Files.exists(FROZEN) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FROZEN.getParent());
            Files.write(FROZEN, page);
        }
        assertThat(new String(page, UTF_8)).isEqualTo(Files.readString(FROZEN));
    }

    @Test
    void it_needs_nothing_from_elsewhere_and_escapes_what_it_shows() throws IOException {
        assertThat(new String(rendered(), UTF_8))
                .contains("Người &lt;nhận&gt; &amp; 01", "<html lang=\"vi\">", "charset=\"utf-8\"")
                .doesNotContain("<script", "http", "src=", "href=", "url(", "@import");
    }

    @Test
    void it_says_what_is_proved_and_what_is_claimed_in_these_words() throws IOException {
        assertThat(new String(rendered(), UTF_8))
                .contains(
                        "<li>Có trong sổ: đã chứng minh.</li>",
                        "<li>Không bị sửa kể từ điểm chốt 200: đã chứng minh.</li>",
                        "<li>Đầy đủ: dịch vụ khẳng định; chỉ được chứng minh khi kiểm tra cùng",
                        "Đầy đủ đến mức sổ ghi tới sự kiện thứ 300; không chứng minh rằng không"
                                + " có việc gì bị bỏ ngoài sổ.");
    }

    @Test
    void every_event_has_words() {
        var texts = new PageTexts(1);
        assertThat(EventCatalogue.names()).allMatch(name -> texts.has("event." + name));
    }
}
