package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sovang.vocabulary.Folding;

/// What the sheets of a workbook are (*trang tính*): those with a name that everybody knows by that
/// name, the others as the office chose.
final class OwnSheets {
    /// Under which choices are remembered: a name means the same in every file of an office.
    static final String SIGNATURE = OwnHeadings.signature(List.of("SHEETS"));

    /// Cells that show whoever chooses what a sheet holds.
    private static final int EXAMPLES = 5;

    /// A title above the headings stands alone in its row.
    private static final int MIN_HEADINGS = 2;

    private final Map<String, SheetKind> kinds = new HashMap<>();

    /// Keys of the sheets that bear no known name, in the order of the file.
    private final Map<String, String> own = new LinkedHashMap<>();

    OwnSheets(List<Book.Page> pages, OwnHeadings choices) {
        var chosen = choices.of(SIGNATURE);
        var seen = new HashMap<String, Integer>();
        for (var page : pages) {
            var name = page.name();
            var known = Lexicon.sheet(name);
            if (known.isEmpty()) {
                var folded = Folding.letters(name);
                int times = seen.merge(folded, 1, Integer::sum);
                var key = times == 1 ? folded : folded + "#" + times;
                own.put(name, key);
                known = named(chosen.getOrDefault(key, ""));
            }
            known.ifPresent(kind -> kinds.put(name, kind));
        }
    }

    /// Empty for a sheet that is left out.
    Optional<SheetKind> kind(Book.Page page) {
        return Optional.ofNullable(kinds.get(page.name()));
    }

    boolean isChosen(Book.Page page) {
        return own.containsKey(page.name()) && kinds.containsKey(page.name());
    }

    /// The kind that a choice names: by its name, or as sheets are called.
    private static Optional<SheetKind> named(String chosen) {
        var folded = Folding.letters(chosen);
        return Arrays.stream(SheetKind.values())
                .filter(kind -> Folding.letters(kind.name()).equals(folded))
                .findFirst()
                .or(() -> Lexicon.sheet(chosen));
    }

    /// The sheets without a known name, for whoever can say what they are; empty if there are none.
    Optional<UnclearSheet> unclear(Book book) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var columns = new ArrayList<UnclearSheet.Column>();
        for (var page : book.pages()) {
            var key = own.get(page.name());
            if (key != null) {
                var meant = kind(page).map(SheetKind::name).orElse("");
                columns.add(new UnclearSheet.Column(key, page.name(), meant, headings(book, page)));
            }
        }
        var kinds =
                Arrays.stream(SheetKind.values())
                        .map(kind ->
                                new UnclearSheet.Field(kind.name(), Lexicon.sheetName(kind), false))
                        .toList();
        return Optional.of(new UnclearSheet(null, SIGNATURE, kinds, columns));
    }

    /// The first cells of what may be its headings; none of a sheet that cannot be read.
    private static List<String> headings(Book book, Book.Page page) {
        var found = new ArrayList<String>();
        try {
            book.read(
                    page,
                    (_, cells) -> {
                        if (found.isEmpty() && cells.size() >= MIN_HEADINGS) {
                            cells.keySet().stream()
                                    .sorted()
                                    .limit(EXAMPLES)
                                    .flatMap(column -> Stream.ofNullable(cells.get(column)))
                                    .map(cell -> cell.shown().strip())
                                    .forEach(found::add);
                        }
                    });
        } catch (UnreadableBook e) {
            return List.of();
        }
        return found;
    }
}
