package vn.sovang.benchmark;

import static vn.sovang.benchmark.Visitor.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import vn.sovang.benchmark.history.Plants;

/// Addresses that people visit, of another thing each time. For any number of threads.
final class VisitedPages {
    private static final int FIRST_YEAR = 2016;
    private static final int YEARS = 8;

    private final SampledThings things;
    private final long size;
    private final SplittableRandom random = new SplittableRandom(3);

    /// One kind of page.
    ///
    /// @param address of one of them; another at each call
    record Visited(String name, Supplier<String> address) {}

    VisitedPages(SampledThings things, long size) {
        this.things = things;
        this.size = size;
    }

    List<Visited> all() {
        var all = new ArrayList<Visited>();
        all.add(page("home", () -> "/"));
        all.addAll(searches());
        all.addAll(records());
        all.addAll(figures());
        all.addAll(lists());
        return all;
    }

    private Visited page(String name, Supplier<String> address) {
        return new Visited(
                name,
                () -> {
                    synchronized (random) {
                        return address.get();
                    }
                });
    }

    private List<Visited> searches() {
        return List.of(
                page("search: two words of a name", () -> search(name(2))),
                page("search: a whole name", () -> search(name(4))),
                page("search: a decision's number", () -> search(things.number())),
                page("search: a unit", () -> search("phan rang")),
                page(
                        "search: an id",
                        () -> search(things.award().event().award().value().toString())));
    }

    /// Without accents, as people type.
    private String name(int words) {
        var all = vn.sovang.vocabulary.Folding.words(Plants.name(random)).split(" ");
        return String.join(" ", List.of(all).subList(0, Math.min(words, all.length)));
    }

    private static String search(String text) {
        return "/tra-cuu?q=" + encoded(text);
    }

    private List<Visited> records() {
        return List.of(
                page("an award", () -> "/khen-thuong/" + things.award().event().award().value()),
                page(
                        "an award, as of then",
                        () -> {
                            var met = things.award();
                            return "/khen-thuong/"
                                    + met.event().award().value()
                                    + "?so-ghi-den="
                                    + met.position();
                        }),
                page(
                        "a recipient",
                        () -> {
                            var line = things.award().event().line();
                            return "/doi-tuong/" + line.recipient().value();
                        }),
                page(
                        "a decision",
                        () -> "/quyet-dinh/" + things.decision().event().decision().value()),
                page("an item", () -> "/hien-vat/" + things.item().event().artifact().value()),
                page(
                        "a unit",
                        () -> "/don-vi/" + things.decision().event().key().authority().value()));
    }

    private List<Visited> figures() {
        return List.of(
                page("half-year, now", () -> "/thong-ke?ky=" + half()),
                page(
                        "half-year, as of a position",
                        () -> "/thong-ke?ky=" + half() + "&so-ghi-den=" + random.nextLong(size)),
                page("half-years side by side", () -> "/thong-ke/nhieu-nam?den-nam=" + year()),
                page("events behind figures", () -> "/thong-ke/su-kien?ky=" + half()));
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    private String half() {
        return year() + (random.nextBoolean() ? "-H1" : "-H2");
    }

    private List<Visited> lists() {
        return List.of(
                page("list of awards", () -> "/khen-thuong"),
                page("awards of one code", () -> "/khen-thuong?hinh-thuc=" + code()),
                page("list of decisions", () -> "/quyet-dinh"),
                page("list of nominations", () -> "/de-nghi"),
                page("list of re-issue cases", () -> "/cap-doi-cap-lai"),
                page("list of items", () -> "/hien-vat"),
                page("list of recipients", () -> "/doi-tuong"),
                page("list of units", () -> "/don-vi"),
                page("what waits", () -> "/thoi-han"),
                page("items held", () -> "/hien-vat-dang-giu"),
                page("findings", () -> "/bat-thuong"));
    }

    private String code() {
        return things.award().event().line().award().value();
    }
}
