package vn.sovang.api.list;

import static vn.sovang.api.list.ListParameter.day;
import static vn.sovang.api.list.ListParameter.id;
import static vn.sovang.api.list.ListParameter.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.access.AccessCatalogue;
import vn.sovang.access.AccessLine;
import vn.sovang.access.AccessQuestion;
import vn.sovang.api.access.AccessAsked;
import vn.sovang.api.access.AccessFields;
import vn.sovang.api.list.Listing.At;
import vn.sovang.api.list.Listing.Columns;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.register.Page;

/// Who read what. Its positions are those of the access log; reasons stay sealed.
final class AccessListing {
    private final Ledger ledger;

    AccessListing(Ledger ledger) {
        this.ledger = ledger;
    }

    Listing<AccessLine, Map<String, Object>> access() {
        var parameters =
                new ArrayList<>(
                        List.of(
                                id("subject", "an award, item, recipient or unit"),
                                text("user", "user id", "an"),
                                new ListParameter(
                                        "kind",
                                        "what was done",
                                        "Opened",
                                        AccessCatalogue.kinds().stream().sorted().toList()),
                                day("from", "instant, or day in Vietnam: its first moment"),
                                day("to", "instant, or day in Vietnam: its last moment")));
        parameters.addAll(ListParameter.OF_A_PAGE);
        return new Listing<>(
                "access",
                "page.access",
                parameters,
                null,
                position ->
                        new Moments.Moment(
                                position == null
                                        ? ledger.access().size()
                                        : Long.parseLong(position),
                                null,
                                false),
                this::page,
                (row, _) -> AccessFields.of(row, Map.of()),
                new Columns<AccessLine>()
                        .add("at", (r, w) -> r.at())
                        .add("user", (r, w) -> r.who().user())
                        .add("role", (r, w) -> w.messages().role(r.who().role()))
                        .add("standing", (r, w) -> w.of(r.who().standing()))
                        .add("unit", (r, w) -> r.who().unit())
                        .add(
                                "access",
                                (r, w) ->
                                        w.messages()
                                                .text(
                                                        "value.Access."
                                                                + AccessFields.kind(r.what())))
                        .add("accessed", (r, w) -> AccessFields.rest(r))
                        .add(
                                "subjects",
                                (r, w) ->
                                        r.what().subjects().stream()
                                                .map(Object::toString)
                                                .collect(Collectors.joining(" ")))
                        .sheet(row -> false));
    }

    /// In the order of the log, up to where it was when the first page was read.
    private Page<AccessLine> page(ListQuestion asked, At at, @Nullable String after, int limit) {
        var question =
                new AccessAsked(
                                asked.raw("subject"),
                                asked.raw("user"),
                                asked.raw("kind"),
                                asked.raw("from"),
                                asked.raw("to"),
                                after,
                                Integer.toString(Math.min(limit, AccessQuestion.MAX_LIMIT)))
                        .question();
        var page = ledger.access().find(question);
        var known = page.lines().stream().filter(line -> line.position() <= at.position()).toList();
        var next = known.size() < page.lines().size() ? null : page.next();
        return new Page<>(known, next == null || next >= at.position() ? null : next.toString());
    }
}
