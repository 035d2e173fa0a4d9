package vn.sovang.api.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import vn.sovang.api.chart.BarChart.Bar;
import vn.sovang.api.chart.BarChart.Group;

class BarChartTest {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private static final BarChart CHART =
            new BarChart(
                    "chart-x",
                    "Khen thưởng <theo> cấp",
                    "Như bảng",
                    List.of(
                            new Group(
                                    "Cấp huyện",
                                    List.of(
                                            new Bar("tập thể", 160, "/thong-ke/su-kien?a=1&b=2"),
                                            new Bar("cá nhân", 1_060, "/thong-ke/su-kien?a=2"),
                                            new Bar("hộ gia đình", 0, "/thong-ke/su-kien?a=3"))),
                            new Group("Cấp tỉnh", List.of(new Bar("tập thể", 53, null)))));

    private static Element svg(BarChart chart) {
        try {
            var bytes = chart.svg(VIETNAMESE).getBytes(StandardCharsets.UTF_8);
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<Element> all(Element root, String name) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static List<Element> bars() {
        return all(svg(CHART), "rect").stream()
                .filter(rect -> rect.getAttribute("class").startsWith("bar"))
                .toList();
    }

    @Test
    void bars_begin_at_zero_and_are_as_long_as_their_figures() {
        var widths = bars().stream().map(b -> Double.valueOf(b.getAttribute("width"))).toList();

        assertThat(bars()).extracting(bar -> bar.getAttribute("x")).containsOnly("4");
        assertThat(widths).hasSize(4);
        assertThat(widths.get(0) / widths.get(1)).isBetween(0.145, 0.157);
        assertThat(widths.get(2)).isZero();
        assertThat(widths.get(1)).isLessThanOrEqualTo(260);
    }

    @Test
    void each_bar_bears_its_figure_its_name_and_a_pattern_of_its_own() {
        assertThat(all(svg(CHART), "text"))
                .extracting(Element::getTextContent)
                .contains(
                        "tập thể: 160", "cá nhân: 1.060", "hộ gia đình: 0", "tập thể: 53", "1.000");
        assertThat(bars().subList(0, 3))
                .extracting(bar -> bar.getAttribute("class") + bar.getAttribute("fill"))
                .doesNotHaveDuplicates();
        assertThat(all(svg(CHART), "pattern"))
                .extracting(pattern -> "url(#" + pattern.getAttribute("id") + ")")
                .containsAll(
                        bars().stream()
                                .map(bar -> bar.getAttribute("fill"))
                                .filter(fill -> !fill.isEmpty())
                                .toList());
    }

    @Test
    void a_bar_leads_to_its_events_and_says_where_by_ear() {
        assertThat(all(svg(CHART), "a"))
                .extracting(
                        link -> link.getAttribute("href"), link -> link.getAttribute("aria-label"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "/thong-ke/su-kien?a=1&b=2", "Cấp huyện, tập thể: 160"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/thong-ke/su-kien?a=2", "Cấp huyện, cá nhân: 1.060"));
    }

    @Test
    void it_has_a_name_and_a_description_and_no_style_of_its_own() {
        var root = svg(CHART);

        assertThat(all(root, "title").getFirst().getTextContent())
                .isEqualTo("Khen thưởng <theo> cấp");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("chart-x-title");
        assertThat(root.getAttribute("aria-describedby")).isEqualTo("chart-x-desc");
        assertThat(CHART.svg(VIETNAMESE)).doesNotContain("style=", "<style", "<script", "onload");
    }

    @Test
    void nothing_to_show_is_a_picture_too() {
        var empty =
                new BarChart(
                        "e",
                        "t",
                        "d",
                        List.of(new Group("2024", List.of(new Bar("6 tháng đầu", 0, null)))));

        assertThat(svg(empty).getAttribute("viewBox")).startsWith("0 0 460 ");
        assertThat(all(svg(empty), "text"))
                .extracting(Element::getTextContent)
                .contains("6 tháng đầu: 0");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,1", "5,2", "8,2", "9,5", "26,10", "446,200", "1060,500", "99999,50000"})
    void lines_of_the_axis_are_round_and_few(long most, long tick) {
        assertThat(BarChart.tick(most)).isEqualTo(tick);
    }
}
