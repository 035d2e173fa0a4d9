package vn.sovang.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.http.server.PathContainer;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.DemoSite;
import vn.sovang.api.testing.SoundPage;

/// Everybody's site, walked by its links: from the first page, each role follows every link that it
/// is shown. A link that is shown leads somewhere; each kind of page is sound; and a page that no
/// role ever comes to is named here with the reason.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class EveryPageTest {
    private static final Permissions TABLE = new Permissions();

    /// Pages of one kind looked at by one role: with and without parameters of its address.
    private static final int OF_A_KIND = 2;

    /// Reached by an act, or by what nobody did in the demonstration.
    private static final Set<String> NOT_BY_LINKS =
            Set.of(
                    "/error",
                    "/nhap-lieu/{id}",
                    "/nhap-lieu/viec/{id}",
                    "/nhap-lieu/viec/{id}/dong-loi",
                    "/kiem-tra/{id}",
                    "/bao-cao/soan/{id}",
                    "/bao-cao/soan/{id}/phat-hanh",
                    "/bao-cao/soan/{id}/van-ban.docx",
                    "/bao-cao/soan/{id}/van-ban.pdf",
                    "/bao-cao/soan/{id}/xem",
                    "/thanh-tra/{id}",
                    "/thong-ke/bao-cao/{id}",
                    "/thong-ke/doi-chieu");

    /// Asked by a form that stands on every page.
    private static final String SEARCH = "/tra-cuu?q=giay+khen";

    /// Pages' addresses that answer a file.
    private static final Set<String> FILES = Set.of("/nhap-lieu/mau");

    /// One of several words of an address.
    private static final Pattern WORDS = Pattern.compile("\\{\\w+:([a-z|-]+)}");

    /// A step of a thing is offered in its state only; each has tests of its own.
    private static final Pattern STEP = Pattern.compile("\\{buoc:");

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*>");
    private static final Pattern HREF = Pattern.compile(" href=\"(/[^\"#]*)");

    private static Browser browser;

    private final List<String> faults = new ArrayList<>();

    /// Kinds of pages that were looked at closely.
    private final Set<String> seen = new TreeSet<>();

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void every_link_leads_somewhere_and_every_page_is_sound() {
        for (var role : Role.values()) {
            var page = browser.page(1366, 768);
            if (role != Role.PUBLIC) {
                DemoSite.accounts().signIn(page, DemoSite.url(), role);
            }
            walk(page, role);
            page.context().close();
        }
        assertThat(faults).isEmpty();
        assertThat(browser.complaints()).as("console and blocked content").isEmpty();
        var unseen = new TreeSet<String>();
        TABLE.rows().stream()
                .filter(row -> row.method().equals("GET"))
                .flatMap(row -> kinds(row.pattern().getPatternString()).stream())
                .filter(EveryPageTest::isPage)
                .filter(kind -> !STEP.matcher(kind).find())
                .forEach(unseen::add);
        unseen.removeAll(seen);
        unseen.removeAll(NOT_BY_LINKS);
        unseen.removeAll(FILES);
        assertThat(unseen).as("pages that nobody comes to").isEmpty();
    }

    /// The kinds of pages that a pattern stands for: one for each word that it names.
    private static List<String> kinds(String pattern) {
        var words = WORDS.matcher(pattern);
        if (!words.find() || pattern.startsWith("{buoc", words.start())) {
            return List.of(pattern);
        }
        var all = new ArrayList<String>();
        for (var word : words.group(1).split("\\|")) {
            all.addAll(kinds(words.replaceFirst(word)));
        }
        return all;
    }

    private static String kind(Permission row, String path) {
        var kind = row.pattern().getPatternString().split("/");
        var names = path.split("/");
        for (int i = 0; i < kind.length; i++) {
            kind[i] = WORDS.matcher(kind[i]).matches() ? names[i] : kind[i];
        }
        return kind.length == 0 ? "/" : String.join("/", kind);
    }

    private static boolean isPage(String path) {
        return !path.matches("/(api|log|v3|swagger-ui|webjars|css|js|actuator)(/.*)?");
    }

    private void walk(Page page, Role role) {
        var visits = new HashMap<String, Integer>();
        var known = new TreeSet<String>();
        var next = new ArrayDeque<>(List.of("/"));
        if (page.navigate(DemoSite.url() + "/").ok() && page.locator("#tim").count() > 0) {
            next.add(SEARCH);
        }
        while (!next.isEmpty()) {
            var address = next.poll();
            var path = URI.create(address).getPath();
            var row = TABLE.find("GET", PathContainer.parsePath(URI.create(address).getRawPath()));
            if (!isPage(path) || FILES.contains(path)) {
                continue;
            }
            if (row.isEmpty()) {
                faults.add(role + " " + address + " is nowhere");
                continue;
            }
            var kind = kind(row.get(), path);
            var turn = kind + (address.contains("?") ? "?" : "");
            if (visits.merge(turn, 1, Integer::sum) > 1
                    || visits.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            // What was looked at once is only asked whether this role may have it.
            var answer = page.request().get(DemoSite.url() + address);
            if (answer.status() != 200) {
                faults.add(role + " " + address + " answered " + answer.status());
                continue;
            }
            if (seen.add(kind)) {
                page.navigate(DemoSite.url() + address);
                SoundPage.faults(page).forEach(f -> faults.add(role + " " + address + " " + f));
            }
            for (var link : links(answer.text())) {
                if (known.add(link)) {
                    next.add(link);
                }
            }
        }
    }

    /// Addresses on this site that the page leads to, the language left as it is.
    private static List<String> links(String html) {
        return LINK.matcher(html.replace(DemoSite.url(), ""))
                .results()
                .map(MatchResult::group)
                .filter(tag -> !tag.contains(" hreflang=") && !tag.contains(" download"))
                .map(HREF::matcher)
                .filter(Matcher::find)
                .map(href -> href.group(1).replace("&amp;", "&"))
                .toList();
    }
}
