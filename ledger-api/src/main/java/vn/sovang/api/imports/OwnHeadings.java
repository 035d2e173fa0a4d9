package vn.sovang.api.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.sovang.vocabulary.Folding;

/// What an office says that its own headings mean (*ghép cột*), and its own names of sheets. Asked
/// before the headings that everybody knows.
@FunctionalInterface
public interface OwnHeadings {
    /// Nobody has said anything.
    OwnHeadings NONE = _ -> Map.of();

    /// The choices for a sheet, or for the names of sheets.
    ///
    /// @param signature of all its headings, or [OwnSheets#SIGNATURE]
    /// @return name of a heading of ours by the key of a column, or of a kind of sheet by the key
    ///   of a sheet; an empty one for what is to be left out
    Map<String, String> of(String signature);

    /// The same choices for every sheet: from the command line, where nobody is asked again.
    ///
    /// @param byCaption what the office calls a column or a sheet, and the caption or name of ours
    static OwnHeadings everywhere(Map<String, String> byCaption) {
        var byKey = new HashMap<String, String>();
        byCaption.forEach((own, ours) -> byKey.put(Folding.letters(own), ours));
        return _ -> byKey;
    }

    /// These, and others for what these do not say.
    default OwnHeadings or(OwnHeadings others) {
        return signature -> {
            var all = new HashMap<>(others.of(signature));
            all.putAll(of(signature));
            return all;
        };
    }

    /// Under which choices for such names are remembered.
    static String signature(List<String> names) {
        try {
            var bytes = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// A row of headings as choices are remembered for it.
    ///
    /// @param keys of the columns, by where they stand
    record Row(SheetKind kind, SortedMap<Integer, String> keys) {
        /// Two columns of one caption are told apart by a number.
        static Row of(SheetKind kind, Map<Integer, Cell> cells) {
            var keys = new TreeMap<Integer, String>();
            var seen = new HashMap<String, Integer>();
            cells.keySet().stream()
                    .sorted()
                    .forEach(column -> {
                        var cell = cells.get(column);
                        var folded = cell == null ? "" : Folding.letters(cell.shown());
                        int times = seen.merge(folded, 1, Integer::sum);
                        keys.put(column, times == 1 ? folded : folded + "#" + times);
                    });
            return new Row(kind, keys);
        }

        String signature() {
            var all = new ArrayList<>(List.of(kind.name()));
            all.addAll(keys.values());
            return OwnHeadings.signature(all);
        }

        /// What was chosen for the row; empty if for none of its columns.
        Map<String, String> chosen(OwnHeadings own) {
            var chosen = new HashMap<>(own.of(signature()));
            chosen.keySet().retainAll(keys.values());
            return chosen;
        }
    }

    /// The heading of a kind of sheet that a choice names: by its name, or by any caption of it.
    static Optional<Heading> named(SheetKind kind, String chosen) {
        var folded = Folding.letters(chosen);
        return Arrays.stream(Heading.values())
                .filter(heading -> kind.headings().contains(heading))
                .filter(heading -> Folding.letters(heading.name()).equals(folded))
                .findFirst()
                .or(() -> Lexicon.heading(kind, chosen));
    }
}
