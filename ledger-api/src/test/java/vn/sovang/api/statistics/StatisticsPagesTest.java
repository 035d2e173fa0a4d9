package vn.sovang.api.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.sovang.api.testing.RunningSite;

/// The pages of figures as a browser gets them, without one.
class StatisticsPagesTest {
    private static final Pattern FIGURE =
            Pattern.compile("<a href=\"(/thong-ke/su-kien[^\"]*)\"[^>]*>438</a>");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\"[^>]*href=\"([^\"]*)\"");

    @Test
    void each_figure_opens_the_list_of_its_events_page_by_page() {
        var table = RunningSite.get("/thong-ke?ky=2024-H1").body();
        var figure = FIGURE.matcher(table);
        assertThat(figure.find()).as("a link of the 438 advanced workers").isTrue();

        var address = figure.group(1).replace("&amp;", "&");
        int events = 0;
        int pages = 0;
        while (address != null && pages < 20) {
            var page = RunningSite.get(address).body();
            assertThat(page).contains("Quyết định tặng", "<strong>438</strong>");
            events += page.split("/khen-thuong/", -1).length - 1;
            assertThat(page).contains("/api/v1/log/events/");
            pages++;
            var next = NEXT.matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(pages).isEqualTo(9);
        assertThat(events).isEqualTo(438);
    }

    @Test
    void what_the_office_claims_is_said_to_be_a_claim_and_has_no_paragraphs() {
        var claimed = RunningSite.get("/thong-ke?ky=2024-H1&co-quan-biet-den=30/06/2024").body();
        var known = RunningSite.get("/thong-ke?ky=2024-H1").body();

        assertThat(claimed).contains("Theo lời cơ quan khai", "id=\"claimed\"");
        assertThat(claimed).doesNotContain("id=\"emulation\"");
        assertThat(known).contains("id=\"emulation\"").doesNotContain("id=\"claimed\"");
        assertThat(RunningSite.get("/thong-ke?ky=2024-H1&don-vi=AS_NOW").body())
                .contains("Theo đơn vị hiện nay", "chưa phân bổ");
    }

    @Test
    void a_figure_that_cannot_be_read_is_a_page_and_not_a_fault() {
        var page =
                RunningSite.get(
                        "/thong-ke/su-kien?ky=2024-H1&measure=EATEN", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(URLDecoder.decode(page.body().replace("%", ""), UTF_8)).contains("EATEN");
    }
}
