package vn.sovang.api.worklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.door.Scope;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.clocks.ClockSubject;
import vn.sovang.projection.clocks.Clocks;
import vn.sovang.projection.clocks.OpenClock;
import vn.sovang.projection.clocks.Running;
import vn.sovang.projection.custody.Custody;
import vn.sovang.projection.custody.Custody.Listed;
import vn.sovang.projection.custody.HeldItem;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.StatutoryClock;

/// Worklists as programs get them and pages show them.
public final class Worklist {
    private Worklist() {}

    /// A unit by id, with the name it bore as far as was known.
    public record Unit(String id, @Nullable String name) {}

    /// A time limit of the law.
    ///
    /// @param days how many days of the kind `counted`
    /// @param unverified what nobody has checked yet; absent if read in the text
    public record Limit(int days, String counted, String basis, @Nullable String unverified) {
        static @Nullable Limit of(@Nullable StatutoryClock clock) {
            return clock == null
                    ? null
                    : new Limit(clock.days(), clock.counted().name(), clock.basis(), clock.check());
        }
    }

    /// One step that waits.
    @Schema(name = "OpenStep")
    public record Step(
            String of,
            String subject,
            @Nullable String award,
            String step,
            String state,
            @Nullable String body,
            @Nullable Unit unit,
            String person,
            LocalDate beganOn,
            @Nullable LocalDate dueOn,
            boolean agreed,
            long overdueDays,
            boolean calendarKnown,
            @Nullable Limit limit,
            boolean reconstructed,
            long position) {
        /// Address of the page of what takes the step.
        public String page() {
            return switch (ClockSubject.valueOf(of)) {
                        case NOMINATION -> "/de-nghi/";
                        case REISSUE_CASE -> "/cap-doi-cap-lai/";
                        case AWARD -> "/khen-thuong/";
                        case ITEM -> "/hien-vat/";
                    }
                    + subject;
        }

        public static Step of(OpenClock clock) {
            var award = clock.award();
            var unit = clock.unit();
            return new Step(
                    clock.of().name(),
                    clock.subject().toString(),
                    award == null ? null : award.toString(),
                    clock.step().name(),
                    clock.state().name(),
                    clock.body(),
                    unit == null ? null : new Unit(unit.toString(), clock.unitName()),
                    clock.person(),
                    clock.beganOn(),
                    clock.dueOn(),
                    clock.agreed(),
                    clock.overdueDays(),
                    clock.calendarKnown(),
                    Limit.of(clock.limit()),
                    clock.rebuilt(),
                    clock.position());
        }
    }

    /// Steps that waited on a day, the most urgent first.
    ///
    /// @param position up to which the log was known
    /// @param provisional an event recorded by the same instant may still come
    /// @param cut there are more than are told
    public record Steps(
            LocalDate day, long position, boolean provisional, boolean cut, List<Step> steps) {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /// One item in an office's hands.
    public record Item(
            String id,
            String award,
            String kind,
            @Nullable String serial,
            @Nullable Unit holder,
            LocalDate since,
            @Nullable LocalDate handedInOn,
            @Nullable String receipt,
            @Nullable String location,
            @Nullable String purpose,
            @Nullable Long leg,
            @Nullable String replacedBy,
            @Nullable LocalDate dueOn,
            long overdueDays,
            @Nullable Limit limit,
            boolean reconstructed) {
        public static Item of(HeldItem item) {
            var holder = item.holder();
            var replacedBy = item.replacedBy();
            var clock = item.clock();
            return new Item(
                    item.artifact().toString(),
                    item.award().toString(),
                    item.kind().name(),
                    item.serial(),
                    holder == null ? null : new Unit(holder.toString(), item.holderName()),
                    item.since(),
                    item.handedInOn(),
                    item.receipt(),
                    item.location(),
                    item.purpose() == null ? null : item.purpose().name(),
                    item.leg(),
                    replacedBy == null ? null : replacedBy.toString(),
                    clock == null ? null : clock.dueOn(),
                    clock == null ? 0 : clock.overdueDays(),
                    limit(clock),
                    item.rebuilt());
        }

        private static @Nullable Limit limit(@Nullable Running clock) {
            return clock == null ? null : Limit.of(clock.limit());
        }
    }

    /// Items in offices' hands, and items that are to be taken back, as of a day.
    public record Items(
            LocalDate day,
            long position,
            boolean provisional,
            boolean cut,
            List<Item> held,
            List<Item> toRecover) {
        public Items {
            held = List.copyOf(held);
            toRecover = List.copyOf(toRecover);
        }
    }

    /// Steps whose turn is an office of the reader's, or nobody's.
    ///
    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public static Steps steps(Projections projections, WorklistQuestion question, Scope scope) {
        var asked = question.wanted();
        var wanted = scope.limit().map(asked::among).orElse(asked);
        var day = question.dayAsked();
        var clocks = projections.clocks();
        var moment = AskedMoment.of(clocks.moments(), question.knownAt());
        var open = clocks.open(wanted, day, moment.position());
        return new Steps(
                day,
                moment.position(),
                moment.provisional(),
                open.size() == Clocks.MAX_CLOCKS,
                open.stream().map(Step::of).toList());
    }

    /// One page of steps.
    ///
    /// @param next where the page behind this one begins; absent at the end
    public record StepsPage(Steps list, @Nullable String next) {}

    /// The same steps, so many at a time.
    ///
    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public static StepsPage page(
            Projections projections, WorklistQuestion question, Scope scope, Rows rows) {
        var asked = question.wanted();
        var wanted = scope.limit().map(asked::among).orElse(asked);
        var day = question.dayAsked();
        var clocks = projections.clocks();
        var moment = AskedMoment.of(clocks.moments(), question.knownAt());
        var at = new Clocks.At(day, moment.position());
        try {
            var page = clocks.page(wanted, at, rows.after(), rows.limit());
            var steps = page.rows().stream().map(Step::of).toList();
            return new StepsPage(
                    new Steps(day, moment.position(), moment.provisional(), false, steps),
                    page.next());
        } catch (IllegalArgumentException e) {
            throw Failure.at("sau", FailureCode.CURSOR_MALFORMED, "" + rows.after()).because(e);
        }
    }

    /// Which rows of a long list.
    ///
    /// @param after the `next` of the page before; null for the first
    public record Rows(@Nullable String after, int limit) {
        public static Rows first(int limit) {
            return new Rows(null, limit);
        }
    }

    /// Items that an office of the reader's holds, or nobody.
    ///
    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public static Items items(Projections projections, WorklistQuestion question, Scope scope) {
        var all = Rows.first(Custody.MAX_ITEMS);
        return items(projections, question, scope, new BothRows(all, all)).list();
    }

    /// One page of each list of items.
    ///
    /// @param nextHeld where the page behind begins; absent at the end
    /// @param nextToRecover the same of what is to be taken back
    public record ItemsPage(
            Items list, @Nullable String nextHeld, @Nullable String nextToRecover) {}

    /// Which rows of the two lists of items.
    public record BothRows(Rows held, Rows toRecover) {}

    /// The same items, so many at a time.
    ///
    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public static ItemsPage items(
            Projections projections, WorklistQuestion question, Scope scope, BothRows rows) {
        var holder = question.unitId();
        var day = question.dayAsked();
        var custody = projections.custody();
        var moment = AskedMoment.of(custody.moments(), question.knownAt());
        var at = new Custody.At(day, moment.position());
        var among = scope.limit().orElse(null);
        boolean overdue = question.overdueOnly();
        var held =
                page(
                        custody,
                        new Custody.Wanted(Listed.HELD, holder, among, overdue),
                        at,
                        rows.held);
        var owed =
                holder == null
                        ? page(
                                custody,
                                new Custody.Wanted(Listed.TO_RECOVER, null, among, overdue),
                                at,
                                rows.toRecover)
                        : new Page<HeldItem>(List.of(), null);
        return new ItemsPage(
                new Items(
                        day,
                        moment.position(),
                        moment.provisional(),
                        held.next() != null || owed.next() != null,
                        held.rows().stream().map(Item::of).toList(),
                        owed.rows().stream().map(Item::of).toList()),
                held.next(),
                owed.next());
    }

    private static Page<HeldItem> page(
            Custody custody, Custody.Wanted wanted, Custody.At at, Rows rows) {
        try {
            return custody.page(wanted, at, rows.after(), rows.limit());
        } catch (IllegalArgumentException e) {
            throw Failure.at("sau", FailureCode.CURSOR_MALFORMED, "" + rows.after()).because(e);
        }
    }
}
