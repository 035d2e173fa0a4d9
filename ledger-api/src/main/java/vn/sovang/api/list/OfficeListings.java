package vn.sovang.api.list;

import static vn.sovang.api.list.ListParameter.constant;
import static vn.sovang.api.list.ListParameter.day;
import static vn.sovang.api.list.ListParameter.days;
import static vn.sovang.api.list.ListParameter.flag;
import static vn.sovang.api.list.ListParameter.id;
import static vn.sovang.api.list.ListParameter.text;
import static vn.sovang.api.list.RegisterListings.parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.list.Listing.At;
import vn.sovang.api.list.Listing.Columns;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.projection.Projections;
import vn.sovang.projection.clocks.Clocks;
import vn.sovang.projection.clocks.OpenClock;
import vn.sovang.projection.custody.Custody;
import vn.sovang.projection.custody.HeldItem;
import vn.sovang.projection.custody.Reissues.Applicant;
import vn.sovang.projection.custody.Reissues.Span;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;

/// What waits, where items are, and who asks for many re-issues.
final class OfficeListings {
    private static final LocalDate BEFORE_ALL = LocalDate.of(1800, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);
    private static final String DAY = "day for which limits are worked out; today without it";
    private static final String OVERDUE = "true: only what is past its last day";

    private final Projections projections;

    OfficeListings(Projections projections) {
        this.projections = projections;
    }

    private static @Nullable Set<UnitId> among(At at) {
        return at.scope().limit().orElse(null);
    }

    Listing<OpenClock, Worklist.Step> clocks() {
        return new Listing<>(
                "clocks",
                "page.clocks",
                parameters(
                        List.of(),
                        id("unit", "the unit whose turn it is"),
                        constant("step", "what waits", Step.class),
                        flag("overdue", OVERDUE),
                        day("day", DAY)),
                "day",
                text -> AskedMoment.of(projections.clocks().moments(), text),
                (asked, at, after, limit) ->
                        projections
                                .clocks()
                                .page(
                                        new Clocks.Wanted(
                                                asked.unit("unit"),
                                                asked.constant("step", Step.class),
                                                Boolean.TRUE.equals(asked.flag("overdue")),
                                                among(at)),
                                        new Clocks.At(at.day(), at.position()),
                                        after,
                                        limit),
                (row, _) -> Worklist.Step.of(row),
                new Columns<OpenClock>()
                        .add("dueOn", (r, w) -> r.dueOn())
                        .add("clockState", (r, w) -> w.of(r.state()))
                        .add("overdueDays", (r, w) -> r.overdueDays())
                        .add("step", (r, w) -> w.of(r.step()))
                        .add("subjectKind", (r, w) -> w.of(r.of()))
                        .add("unit", (r, w) -> w.unit(r.unit(), r.unitName()))
                        .add("body", (r, w) -> r.body())
                        .add("person", (r, w) -> r.person())
                        .add("beganOn", (r, w) -> r.beganOn())
                        .add(
                                "basis",
                                (r, w) -> {
                                    var limit = r.limit();
                                    return limit == null ? null : limit.basis();
                                })
                        .add("id", (r, w) -> r.subject())
                        .sheet(OpenClock::rebuilt));
    }

    Listing<HeldItem, Worklist.Item> custody() {
        return new Listing<>(
                "custody",
                "page.custody",
                parameters(
                        List.of(),
                        id("unit", "the office that holds them"),
                        constant(
                                "state",
                                "what offices hold (as without it), or what is to be taken back",
                                Custody.Listed.class),
                        flag("overdue", OVERDUE),
                        day("day", DAY)),
                "day",
                text -> AskedMoment.of(projections.custody().moments(), text),
                this::items,
                (row, _) -> Worklist.Item.of(row),
                new Columns<HeldItem>()
                        .add("kind", (r, w) -> w.of(r.kind()))
                        .add("serial", (r, w) -> r.serial())
                        .add("holder", (r, w) -> w.unit(r.holder(), r.holderName()))
                        .add("since", (r, w) -> r.since())
                        .add("handedInOn", (r, w) -> r.handedInOn())
                        .add("receipt", (r, w) -> r.receipt())
                        .add("location", (r, w) -> r.location())
                        .add(
                                "purpose",
                                (r, w) -> {
                                    var purpose = r.purpose();
                                    return purpose == null ? null : w.of(purpose);
                                })
                        .add(
                                "dueOn",
                                (r, w) -> {
                                    var clock = r.clock();
                                    return clock == null ? null : clock.dueOn();
                                })
                        .add(
                                "overdueDays",
                                (r, w) -> {
                                    var clock = r.clock();
                                    return clock == null ? 0L : clock.overdueDays();
                                })
                        .add("awardId", (r, w) -> r.award())
                        .add("id", (r, w) -> r.artifact())
                        .sheet(HeldItem::rebuilt));
    }

    private Page<HeldItem> items(ListQuestion asked, At at, @Nullable String after, int limit) {
        var state = asked.constant("state", Custody.Listed.class);
        var wanted =
                new Custody.Wanted(
                        state == null ? Custody.Listed.HELD : state,
                        asked.unit("unit"),
                        among(at),
                        Boolean.TRUE.equals(asked.flag("overdue")));
        return projections
                .custody()
                .page(wanted, new Custody.At(at.day(), at.position()), after, limit);
    }

    Listing<Applicant, Applicant> applicants() {
        return new Listing<>(
                "reissues/applicants",
                "list.applicants",
                parameters(
                        days("of receipt"),
                        text("min", "cases at least, from 2; 2 without it", "2")),
                null,
                text -> AskedMoment.of(projections.custody().moments(), text),
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var from = days.from();
                    var to = days.to();
                    var span =
                            new Span(
                                    from == null ? BEFORE_ALL : from,
                                    to == null ? AFTER_ALL : to,
                                    at.position());
                    return projections
                            .reissues()
                            .withMany(asked.number("min", 2), span, after, limit);
                },
                (row, _) -> row,
                new Columns<Applicant>()
                        .add("applicant", (r, w) -> r.applicant())
                        .add("cases", (r, w) -> r.cases())
                        .add("recipients", (r, w) -> r.recipients())
                        .add("firstOn", (r, w) -> r.first())
                        .add("lastOn", (r, w) -> r.last())
                        .sheet(null));
    }
}
