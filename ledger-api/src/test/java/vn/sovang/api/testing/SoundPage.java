package vn.sovang.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// What every page owes whoever reads it, asked of the page as a browser has it: WCAG 2.2 AA as far
/// as axe can tell, one heading, no text that is missing, room on a desk's and a telephone's
/// screen, and little to fetch.
public final class SoundPage {
    /// Of everything a page fetches when it is seen for the first time, as it comes over the wire.
    public static final int MOST_BYTES = 300_000;

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String WEIGHT =
            """
            performance.getEntriesByType('navigation')
              .concat(performance.getEntriesByType('resource'))
              .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
            """;

    /// Keys of bundles that stand where their text should.
    private static final String MISSING =
            "(?s).*(\\?\\?[a-z][\\w.-]*\\?\\?|\\b(entry|work|value|"
                    + "receipt|page|home|thing|awards|anomalies|inspections|statistics|list|draft"
                    + "|paper|account|survey|checks|kept|filter|empty|years|chart)\\.[a-z]+"
                    + "(\\.[a-zA-Z-]+)*\\b(?!\\.(xlsx|csv|docx|pdf|html|sh|txt|jar))).*";

    private SoundPage() {}

    /// Keeps a picture of a page that has no faults.
    public static void expect(Page page, String name) {
        Browser.keep(page, name);
        assertThat(faults(page)).as(name).isEmpty();
    }

    /// The same with a second picture, as a telephone shows it.
    public static void expectAlsoOnPhone(Page page, String name) {
        expect(page, name);
        page.setViewportSize(390, 844);
        Browser.keep(page, name + "-phone");
        page.setViewportSize(1366, 768);
    }

    /// What is wrong with the page, a line each.
    public static List<String> faults(Page page) {
        var faults = new ArrayList<String>();
        barriers(page).forEach(barrier -> faults.add("axe: " + barrier));
        if (page.locator("h1").count() != 1) {
            faults.add("headings of the page: " + page.locator("h1").allTextContents());
        }
        if (page.locator("main").innerText().matches(MISSING)) {
            faults.add("a text is missing: " + missing(page.locator("main").innerText()));
        }
        if (page.locator("table:not(:has(caption))").count() > 0) {
            faults.add("a table without a caption");
        }
        long bytes = bytes(page);
        if (bytes > MOST_BYTES) {
            faults.add("weighs " + bytes + " bytes");
        }
        for (int width : List.of(390, 1366)) {
            page.setViewportSize(width, 768);
            var over = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
            if (Boolean.TRUE.equals(over)) {
                faults.add("scrolls sideways at " + width);
            }
        }
        return faults;
    }

    /// What keeps people out of the page, as axe finds it. What is as it should be is not told: on
    /// a long page that takes longer than to look.
    public static List<String> barriers(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).options(options).withTags(WCAG).setLegacyMode(true);
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .toList();
    }

    private static String missing(String text) {
        return text.lines().filter(line -> line.matches(MISSING)).findFirst().orElse("");
    }

    /// What was fetched for the page, compressed as it came; what the browser had already counts
    /// too.
    public static long bytes(Page page) {
        return ((Number) page.evaluate(WEIGHT)).longValue();
    }
}
