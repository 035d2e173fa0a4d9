package vn.sovang.api.kept;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.list.ListCounts;
import vn.sovang.api.list.ListPlace;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;

/// The filters somebody finds, each with how many rows it shows him now.
@Component
public final class Shelf {
    private final SavedSearches searches;
    private final ListCounts counts;
    private final Entitlement entitlement;

    Shelf(SavedSearches searches, ListCounts counts, Entitlement entitlement) {
        this.searches = searches;
        this.counts = counts;
        this.entitlement = entitlement;
    }

    /// @param title of the page it filters
    /// @param count null where the page is no list, or what the filter names is there no more
    /// @param own whether it is the reader's own
    public record Shown(
            SavedSearch search, String title, ListCounts.@Nullable Count count, boolean own) {
        public String address() {
            return search.filter().address();
        }
    }

    /// Whether somebody keeps filters at all.
    public boolean isFor(SignedIn who) {
        return entitlement.admits("GET", "/bo-loc", who);
    }

    /// @param limit most of them
    public List<Shown> of(SignedIn who, Messages texts, int limit) {
        return searches.of(owner(who)).stream()
                .filter(one -> entitlement.admits("GET", one.filter().place().path(), who))
                .limit(limit)
                .map(one ->
                        new Shown(
                                one,
                                texts.text(one.filter().place().title()),
                                count(one.filter(), who, texts),
                                one.owner().equals(who.user())))
                .toList();
    }

    private ListCounts.@Nullable Count count(KeptFilter filter, SignedIn who, Messages texts) {
        if (filter.place().list() == null) {
            return null;
        }
        try {
            return counts.count(filter.place(), filter.values(), who, texts);
        } catch (Failure unusable) {
            if (unusable.code().httpStatus() >= 500) {
                throw unusable;
            }
            return null;
        }
    }

    /// Keeps a filter that its page can be asked with.
    ///
    /// @throws Failure for what cannot be kept, see [KeptFilter#read] and [SavedSearches#keep];
    ///   `ROLE_NEEDED` for a page that is not the reader's
    SavedSearch keep(KeptFilter filter, String name, SignedIn who, Messages texts) {
        ListPlace place = filter.place();
        entitlement.at("GET", place.path(), who);
        if (place.list() != null) {
            counts.count(place, filter.values(), who, texts);
        }
        return searches.keep(owner(who), name, filter);
    }

    static SavedSearches.Owner owner(SignedIn who) {
        return new SavedSearches.Owner(who.user(), who.unit());
    }
}
