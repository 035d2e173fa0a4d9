package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.sovang.event.Provenance;
import vn.sovang.imports.FileHead;
import vn.sovang.imports.RecordImport;
import vn.sovang.imports.RecordImport.Entry;

/// What came of reading a file.
public sealed interface Reading {
    /// Every cell could be read and the rows fit together. Whether the ledger takes them is for its
    /// rules to say.
    ///
    /// @param rows what the rows say, sealed as they are handed over
    /// @param notices what whoever brought the file should know before confirming it
    record Ready(FileHead head, Entries rows, Summary summary, List<Problem> notices)
            implements Reading {
        public Ready {
            notices = List.copyOf(notices);
        }

        /// The command for a file that fits one append.
        public RecordImport command() {
            var all = new ArrayList<Entry>();
            rows.hand(all::add);
            return head.with(all);
        }
    }

    /// What the rows of a file say, in an order in which nothing comes before what it names.
    @FunctionalInterface
    interface Entries {
        /// Hands over every entry; each call seals anew.
        void hand(Consumer<Entry> taker);
    }

    /// The file has to be put right first; nothing was sealed.
    ///
    /// @param problems all that was found, in file order, at most 500
    /// @param unclear sheets whose headings somebody may explain
    record Unreadable(List<Problem> problems, List<UnclearSheet> unclear) implements Reading {
        public Unreadable {
            problems = List.copyOf(problems);
            unclear = List.copyOf(unclear);
        }

        Unreadable(List<Problem> problems) {
            this(problems, List.of());
        }
    }

    /// Counts to show before somebody confirms.
    ///
    /// @param rowsBySheet rows read, in the order of the file
    /// @param events entries by stored name; the import adds one more event at its end
    /// @param recipients distinct recipients
    /// @param newUnits units unknown to the ledger, to be matched by hand
    /// @param asFound entries that carry a reason to keep them although they break a rule
    record Summary(
            int rows,
            Map<String, Integer> rowsBySheet,
            Map<String, Integer> events,
            int recipients,
            int newUnits,
            int asFound,
            Provenance.Source source,
            Provenance.Confidence confidence) {
        /// Events of the append, its completion included.
        public int appended() {
            return events.values().stream().mapToInt(Integer::intValue).sum() + 1;
        }
    }
}
