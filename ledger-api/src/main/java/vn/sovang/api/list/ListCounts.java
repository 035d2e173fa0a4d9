package vn.sovang.api.list;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;

/// How many rows of a list somebody would see.
@Component
public final class ListCounts {
    /// Counted one by one up to here; nobody asks whether it is 371 or 372.
    public static final int MOST = 100;

    private final Lists lists;
    private final Scopes scopes;

    ListCounts(Lists lists, Scopes scopes) {
        this.lists = lists;
        this.scopes = scopes;
    }

    /// @param more whether there are more than were counted
    public record Count(int rows, boolean more) {}

    /// @param asked values by the names of the page
    /// @throws Failure for whatever of the filter cannot be used; `VALUE_UNKNOWN` for a page that
    ///   is no list
    public Count count(ListPlace place, Map<String, String> asked, SignedIn who, Messages texts) {
        var address = place.list();
        var list = address == null ? null : lists.find(address).orElse(null);
        if (list == null) {
            throw Failure.at("path", FailureCode.VALUE_UNKNOWN, place.path());
        }
        var given = new HashMap<String, String[]>();
        asked.forEach((name, value) ->
                place.listName(name).ifPresent(of -> given.put(of, new String[] {value})));
        return count(list, given, new ListReader(scopes.of(who), texts));
    }

    private <R> Count count(Listing<R, ?> list, Map<String, String[]> given, ListReader reader) {
        var question = ListQuestion.of(list.parameters(), given);
        var page = lists.read(list, question, reader, MOST).page();
        return new Count(page.rows().size(), page.next() != null);
    }
}
