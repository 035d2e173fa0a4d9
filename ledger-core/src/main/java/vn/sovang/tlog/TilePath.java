package vn.sovang.tlog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a log serves below its prefix besides the checkpoint: a tile of hashes or a bundle of
/// entries (C2SP tlog-tiles).
///
/// | path | is |
/// |---|---|
/// | `tile/<L>/<N>` | [Tile] with all 256 hashes |
/// | `tile/<L>/<N>.p/<W>` | [Tile] with the first `W` of them, 1 to 255 |
/// | `tile/entries/<N>[.p/<W>]` | [EntryBundle], likewise |
///
/// `N` is written in groups of three digits, all but the last with an `x` before them: 1234067 is
/// `x001/x234/067`. Each path has one spelling; any other is refused, so that a cache or an access
/// rule that looks at the text cannot be led around.
public sealed interface TilePath permits Tile, EntryBundle {
    /// Hashes in a full tile and entries in a full bundle.
    int FULL_WIDTH = 256;

    /// Position among the tiles of the same level.
    long index();

    /// Number of hashes or entries, 1 to 256.
    int width();

    /// The path below the log's prefix, without a leading slash.
    String path();

    /// Whether a tree of `size` entries has everything in this tile. A server MUST answer 404
    /// otherwise, with the size of the *published* checkpoint, even if it stores more.
    boolean isWithin(long size);

    /// Reads a path without leading slash.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#path()] would give
    static TilePath parse(String path) {
        Matcher match = Grammar.PATH.matcher(path);
        if (!match.matches()) {
            throw new MalformedLogDataException("tile path: " + StrictText.quoted(path));
        }
        long index = Grammar.index(match.group(2), path);
        String width = match.group(3);
        int hashes = width == null ? FULL_WIDTH : Integer.parseInt(width);
        if (width != null && hashes >= FULL_WIDTH) {
            throw new MalformedLogDataException(
                    "tile path: partial width above 255: " + StrictText.quoted(path));
        }
        String level = match.group(1);
        return level.equals("entries")
                ? new EntryBundle(index, hashes)
                : new Tile(Integer.parseInt(level), index, hashes);
    }

    /// `N` and the optional width, which tiles and bundles share.
    static String suffix(long index, int width) {
        var groups = new StringBuilder(Grammar.threeDigits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x" + Grammar.threeDigits(rest % 1000) + "/");
        }
        return width == FULL_WIDTH ? groups.toString() : groups + ".p/" + width;
    }

    /// Refuses coordinates no tree of up to 2^63 - 1 entries can have.
    static void requireValid(long index, int width) {
        if (index < 0 || index > Long.MAX_VALUE / FULL_WIDTH) {
            throw new MalformedLogDataException("tile: index " + index + " out of range");
        }
        if (width < 1 || width > FULL_WIDTH) {
            throw new MalformedLogDataException("tile: width " + width + " not in 1 to 256");
        }
    }

    /// The parts of the grammar that are not worth a name of their own outside.
    final class Grammar {
        private static final Pattern PATH =
                Pattern.compile(
                        "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})"
                                + "(?:\\.p/([1-9][0-9]{0,2}))?");

        private Grammar() {}

        private static long index(String groups, String path) {
            if (groups.startsWith("x000")) {
                throw new MalformedLogDataException(
                        "tile path: empty first group: " + StrictText.quoted(path));
            }
            String digits = groups.replace("x", "").replace("/", "");
            String canonical = digits.replaceFirst("^0{1,2}", "");
            return StrictText.decimal(canonical, "tile path " + StrictText.quoted(path));
        }

        /// `%03d` without a locale would write the digits of the machine's default script.
        private static String threeDigits(long group) {
            return String.format(Locale.ROOT, "%03d", group);
        }
    }
}
