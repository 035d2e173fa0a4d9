package vn.sovang.benchmark;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a browser that has been nowhere yet transfers for a page.
///
/// @param html bytes of the page
/// @param styles bytes of its style sheets, and of those they name
/// @param scripts bytes of its scripts
/// @param rest bytes of fonts and images
record PageWeight(long html, long styles, long scripts, long rest) {
    /// What a page may weigh.
    static final double LIMIT_KB = 300;

    private static final double KB = 1_000;

    private static final Pattern STYLE =
            Pattern.compile("<link[^>]+rel=\"stylesheet\"[^>]+href=\"([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]+src=\"([^\"]+)\"");
    private static final Pattern IMAGE = Pattern.compile("<img[^>]+src=\"([^\"]+)\"");
    private static final Pattern URL = Pattern.compile("url\\(\"?'?(?!data:)([^\"')]+)");

    static PageWeight of(Visitor visitor, String path) {
        var page = visitor.get(path);
        var seen = new HashSet<String>();
        long styles = 0;
        long rest = 0;
        for (String style : named(STYLE, page.text(), path)) {
            var sheet = visitor.get(style);
            styles += sheet.transferred();
            rest += weigh(visitor, named(URL, sheet.text(), style), seen);
        }
        return new PageWeight(
                page.transferred(),
                styles,
                weigh(visitor, named(SCRIPT, page.text(), path), seen),
                rest + weigh(visitor, named(IMAGE, page.text(), path), seen));
    }

    private static List<String> named(Pattern what, String text, String from) {
        return what.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(address -> !address.startsWith("data:"))
                .map(address -> URI.create(from).resolve(address).toString())
                .distinct()
                .toList();
    }

    private static long weigh(Visitor visitor, List<String> addresses, Set<String> seen) {
        return addresses.stream()
                .filter(seen::add)
                .mapToLong(address -> visitor.get(address).transferred())
                .sum();
    }

    /// As a row of kilobytes: html, styles, scripts, rest, all together, and whether it is within
    /// the limit.
    List<Object> row(String page) {
        double all = (html + styles + scripts + rest) / KB;
        return List.of(
                page,
                html / KB,
                styles / KB,
                scripts / KB,
                rest / KB,
                all,
                all < LIMIT_KB ? "PASS" : "over");
    }
}
