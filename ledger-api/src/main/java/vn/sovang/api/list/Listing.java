package vn.sovang.api.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.door.Scope;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.register.Page;

/// One list: what it can be asked, where its rows come from, and what is shown of them.
///
/// @param address below `/api/v1/`, such as `reissue-cases`
/// @param title where its name stands
/// @param day name of the parameter for the day the list is worked out for, today without it;
///   absent where the list does not depend on one
/// @param form a row as programs get it
record Listing<R, F>(
        String address,
        String title,
        List<ListParameter> parameters,
        @Nullable String day,
        Standing standing,
        Source<R> source,
        BiFunction<R, Messages, F> form,
        Sheet<R> sheet) {
    Listing {
        parameters = List.copyOf(parameters);
    }

    /// Finds the moment somebody asks about, by its text; now where there is none.
    @FunctionalInterface
    interface Standing {
        Moments.Moment find(@Nullable String knownAt);
    }

    /// What a page holds for.
    ///
    /// @param recordedAt of the position; absent for position 0 and for the access log
    /// @param scope whose rows are shown
    record At(
            long position,
            @Nullable Instant recordedAt,
            boolean provisional,
            LocalDate day,
            Scope scope) {}

    /// Reads a page; at most so many rows, or fewer.
    @FunctionalInterface
    interface Source<R> {
        /// @throws IllegalArgumentException if the cursor is none of the list's
        Page<R> read(ListQuestion question, At at, @Nullable String after, int limit);
    }

    /// A list as a table.
    ///
    /// @param rebuilt whether a row was rebuilt from the totals of a report (R6); absent where rows
    ///   do not tell: then the whole ledger is asked
    record Sheet<R>(List<Column<R>> columns, @Nullable Predicate<R> rebuilt) {
        Sheet {
            columns = List.copyOf(columns);
        }
    }

    /// A column: texts, days, instants, numbers, flags, constants.
    ///
    /// @param key end of where its heading stands
    record Column<R>(String key, BiFunction<R, Words, @Nullable Object> value) {
        String heading(Messages messages) {
            return messages.text("list.column." + key);
        }
    }

    /// Collects columns in their order.
    static final class Columns<R> {
        private final List<Column<R>> columns = new ArrayList<>();

        Columns<R> add(String key, BiFunction<R, Words, @Nullable Object> value) {
            columns.add(new Column<>(key, value));
            return this;
        }

        Sheet<R> sheet(@Nullable Predicate<R> rebuilt) {
            return new Sheet<>(columns, rebuilt);
        }
    }

    /// List and filters, as a cursor is bound to them.
    String about(ListQuestion question) {
        return address + " " + question.filters();
    }
}
