package vn.sovang.api.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next goes into `after` for the page behind this one; null on the last
/// @param position up to which the list is told, on every page of it; of the access log for its own
///   list
/// @param provisional an event recorded by the same instant may still come (R2)
/// @param limit most rows of the page
public record ListAnswer<T>(
        List<T> items, @Nullable String next, long position, boolean provisional, int limit) {
    public ListAnswer {
        items = List.copyOf(items);
    }
}
