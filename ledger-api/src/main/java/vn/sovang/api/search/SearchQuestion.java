package vn.sovang.api.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.search.Search;
import vn.sovang.projection.search.SearchKind;
import vn.sovang.projection.search.Sought;

/// What somebody looks for, as written in an address or on the command line. Blank is as good as
/// missing, but for the text itself.
///
/// @param text what was typed
/// @param kind name of a [SearchKind]; all without it
/// @param cursor the `next` of the page before; needs a kind
/// @param knownAt see [vn.sovang.api.statistics.KnownAtText]
public record SearchQuestion(
        @Nullable String text,
        @Nullable String kind,
        @Nullable String cursor,
        @Nullable String knownAt) {
    /// Hits of one kind on a page that shows all kinds.
    private static final int AMONG_OTHERS = 5;

    /// Hits on a page of one kind.
    private static final int ALONE = 25;

    /// @throws Failure `SEARCH_EMPTY`, `SEARCH_TOO_LONG`, `SEARCH_MALFORMED`
    public Sought.Words words() {
        return switch (Sought.of(text == null ? "" : text)) {
            case Sought.Words words -> words;
            case Sought.Unusable unusable ->
                    throw Failure.at(
                            "q",
                            switch (unusable.flaw()) {
                                case EMPTY -> FailureCode.SEARCH_EMPTY;
                                case TOO_LONG -> FailureCode.SEARCH_TOO_LONG;
                                case FORBIDDEN_CHARACTER -> FailureCode.SEARCH_MALFORMED;
                            },
                            text == null ? "" : text);
        };
    }

    /// @throws Failure `VALUE_UNKNOWN`
    public Set<SearchKind> kinds() {
        if (kind == null || kind.isBlank()) {
            return EnumSet.allOf(SearchKind.class);
        }
        try {
            return EnumSet.of(SearchKind.valueOf(kind.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw Failure.at("kind", FailureCode.VALUE_UNKNOWN, kind).because(e);
        }
    }

    /// @throws Failure `CURSOR_MALFORMED`
    public Search.Page page() {
        boolean alone = kind != null && !kind.isBlank();
        if (cursor == null || cursor.isBlank()) {
            return new Search.Page(0, alone ? ALONE : AMONG_OTHERS);
        }
        if (!alone || !cursor.matches("[0-9]{1,4}")) {
            throw Failure.at("cursor", FailureCode.CURSOR_MALFORMED, cursor);
        }
        int from = Integer.parseInt(cursor);
        if (from > Search.MAX_FOUND) {
            throw Failure.at("cursor", FailureCode.CURSOR_MALFORMED, cursor);
        }
        return new Search.Page(from, ALONE);
    }
}
