package vn.sovang.api.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a form: how it is asked, and where in the command's body it goes.
///
/// @param name in the address and the page; its label is `entry.field.<name>`, its hint
///   `entry.hint.<name>`
/// @param pointers JSON pointers into the body; the first that the body lacks is set last
/// @param options what may be chosen; empty for what is typed
/// @param preset what stands there before anybody typed; of several to be ticked with `,` between
record Field(
        String name,
        Kind kind,
        List<String> pointers,
        boolean required,
        List<Option> options,
        @Nullable String preset) {
    /// How something is asked.
    enum Kind {
        /// One line.
        TEXT,
        /// Several lines that are one text.
        WORDS,
        /// Several lines, each an entry of its own.
        LINES,
        /// A day as Vietnamese offices write it, `d/M/yyyy`.
        DAY,
        /// A count.
        NUMBER,
        /// One of a list.
        ONE,
        /// Some of a list, ticked.
        MANY,
        /// Yes or no.
        FLAG,
        /// A unit, by typing its name.
        UNIT,
        /// An award type, by typing its name or code.
        AWARD,
        /// A recipient, by typing the name or the number of a paper.
        RECIPIENT,
        /// A scanned paper, of which the ledger keeps the SHA-256 alone.
        FILE,
        /// Rows pasted from a spreadsheet, read by the page itself.
        TABLE
    }

    /// What may be chosen.
    record Option(String value, String text) {}

    Field {
        pointers = List.copyOf(pointers);
        options = List.copyOf(options);
    }

    static Field of(String name, Kind kind, String... pointers) {
        return new Field(name, kind, List.of(pointers), false, List.of(), null);
    }

    static Field one(String name, List<Option> options, String... pointers) {
        return new Field(name, Kind.ONE, List.of(pointers), false, options, null);
    }

    static Field many(String name, List<Option> options, String... pointers) {
        return new Field(name, Kind.MANY, List.of(pointers), false, options, null);
    }

    Field needed() {
        return new Field(name, kind, pointers, true, options, preset);
    }

    Field preset(@Nullable String value) {
        return new Field(name, kind, pointers, required, options, value);
    }

    /// Whether a place of the body is this field's, or lies in it.
    boolean holds(String pointer) {
        return pointers.stream()
                .anyMatch(mine -> pointer.equals(mine) || pointer.startsWith(mine + "/"));
    }
}
