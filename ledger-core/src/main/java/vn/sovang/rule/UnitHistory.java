package vn.sovang.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.event.UnitEvent.UnitTransferred;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Units through time: what each was called on a day, and what became of it (*lịch sử đơn vị*).
///
/// Two questions, never mixed. *As then*: name, superior and statistical code on a day. *As now*:
/// which unit has its place today. Who folds the facts up to a position gets the history as known
/// at that position. Proved by `UnitHistoryTest`, against a model that walks the other way.
public record UnitHistory(Map<UnitId, Course> byId) {
    public static final UnitHistory NONE = new UnitHistory(Map.of());

    public UnitHistory {
        byId = Map.copyOf(byId);
    }

    /// What a unit was on a day.
    public record Then(
            UnitId unit,
            String name,
            String authorityName,
            UnitLevel level,
            @Nullable UnitId parent,
            @Nullable String statisticalCode) {}

    /// What has the place of a unit on a day.
    public sealed interface Now {
        /// One unit has it: itself, or whoever followed it whole.
        record One(UnitId unit) implements Now {}

        /// It was divided, and its records belong to one or another of these (*chưa phân bổ*).
        /// Nobody may share them out.
        record Unallocated(Set<UnitId> among) implements Now {
            public Unallocated {
                among = Set.copyOf(among);
            }
        }

        /// Nobody followed it, or nobody recorded who.
        record Nobody() implements Now {}
    }

    /// From a day on something holds.
    private record Since<T extends @Nullable Object>(LocalDate day, T value) {
        static <T extends @Nullable Object> T on(List<Since<T>> all, LocalDate day, T otherwise) {
            T found = otherwise;
            for (var since : all) {
                if (!day.isBefore(since.day)) {
                    found = since.value;
                }
            }
            return found;
        }

        static <T extends @Nullable Object> List<Since<T>> with(
                List<Since<T>> all, LocalDate day, T value) {
            var more = new ArrayList<>(all);
            more.add(new Since<>(day, value));
            // Stable: of two facts for one day the later recorded wins.
            more.sort(Comparator.comparing(Since::day));
            return List.copyOf(more);
        }
    }

    private record Names(String name, String authorityName) {}

    private record End(LocalDate day, List<UnitId> successors) {}

    private record Code(@Nullable String value) {}

    private record Parent(@Nullable UnitId unit) {}

    /// The course of one unit.
    public static final class Course {
        private final UnitRegistered registered;
        private final List<Since<Names>> names;
        private final List<Since<Code>> codes;
        private final List<Since<Parent>> parents;
        private final @Nullable End end;
        private final LocalDate lastOn;

        private Course(
                UnitRegistered registered,
                List<Since<Names>> names,
                List<Since<Code>> codes,
                List<Since<Parent>> parents,
                @Nullable End end,
                LocalDate lastOn) {
            this.registered = registered;
            this.names = names;
            this.codes = codes;
            this.parents = parents;
            this.end = end;
            this.lastOn = lastOn;
        }

        /// The latest day on which something became of the unit; a later change cannot lie before.
        public LocalDate lastOn() {
            return lastOn;
        }

        /// First day on which the unit was no more; empty while it stands.
        public Optional<LocalDate> endedOn() {
            return Optional.ofNullable(end).map(End::day);
        }

        boolean existsOn(LocalDate day) {
            var from = registered.existsFrom();
            return (from == null || !day.isBefore(from)) && (end == null || day.isBefore(end.day));
        }

        Then on(LocalDate day) {
            var first = new Names(registered.name(), registered.authorityName());
            var called = Since.on(names, day, first);
            return new Then(
                    registered.unit(),
                    called.name,
                    called.authorityName,
                    registered.level(),
                    Since.on(parents, day, new Parent(registered.parent())).unit,
                    Since.on(codes, day, new Code(registered.statisticalCode())).value);
        }

        private Course since(LocalDate day) {
            var last = day.isAfter(lastOn) ? day : lastOn;
            return new Course(registered, names, codes, parents, end, last);
        }

        private Course named(LocalDate day, Names value) {
            return new Course(
                    registered, Since.with(names, day, value), codes, parents, end, lastOn);
        }

        private Course coded(LocalDate day, Code value) {
            return new Course(
                    registered, names, Since.with(codes, day, value), parents, end, lastOn);
        }

        private Course under(LocalDate day, Parent value) {
            return new Course(
                    registered, names, codes, Since.with(parents, day, value), end, lastOn);
        }

        private Course ended(LocalDate day, List<UnitId> successors) {
            return new Course(registered, names, codes, parents, new End(day, successors), lastOn);
        }
    }

    /// The events that tell everything about all units.
    public static TagQuery all() {
        return under(UnitEvent.UNITS_TAG);
    }

    /// The events that tell everything about one.
    public static TagQuery of(UnitId unit) {
        return under(unit.tag());
    }

    private static TagQuery under(String tag) {
        return TagQuery.of(
                tag,
                UnitRegistered.class,
                UnitRenamed.class,
                UnitRecoded.class,
                UnitTransferred.class,
                UnitMerged.class,
                UnitSplit.class,
                UnitAbolished.class);
    }

    public UnitHistory evolve(Fact fact) {
        if (!(fact.event() instanceof UnitEvent event)) {
            return this;
        }
        var day = fact.effectiveOn();
        var course = byId.get(event.unit());
        if (event instanceof UnitRegistered u) {
            var from = u.existsFrom() == null ? LocalDate.MIN : u.existsFrom();
            return with(new Course(u, List.of(), List.of(), List.of(), null, from));
        }
        if (course == null) {
            return this;
        }
        return switch (event) {
            case UnitRegistered _, CompetenceDetermined _ -> this;
            case UnitRenamed u ->
                    with(course.named(day, new Names(u.name(), u.authorityName())).since(day));
            case UnitRecoded u -> with(course.coded(day, new Code(u.statisticalCode())).since(day));
            case UnitTransferred u -> with(course.under(day, new Parent(u.parent())).since(day));
            case UnitMerged u -> with(course.ended(day, List.of(u.into())).since(day));
            case UnitAbolished u -> with(course.ended(day, u.successors()).since(day));
            case UnitSplit u ->
                    with(
                            course.ended(
                                            day,
                                            u.parts().stream()
                                                    .map(UnitSplit.Part::successor)
                                                    .toList())
                                    .since(day));
        };
    }

    private UnitHistory with(Course course) {
        var all = new HashMap<>(byId);
        all.put(course.registered.unit(), course);
        return new UnitHistory(all);
    }

    /// What the unit was on that day; empty if it did not exist then.
    public Optional<Then> asThen(UnitId unit, LocalDate day) {
        return Optional.ofNullable(byId.get(unit))
                .filter(course -> course.existsOn(day))
                .map(course -> course.on(day));
    }

    /// The unit above one on that day, or as it was last.
    public @Nullable UnitId above(UnitId unit, LocalDate day) {
        var course = byId.get(unit);
        return course == null ? null : course.on(day).parent();
    }

    /// The units that bore a statistical code on that day. More than one is a mistake of a paper or
    /// of the ledger; codes are given again, so the day is part of the question.
    public Set<UnitId> bearersOf(String code, LocalDate day) {
        var bearers = new HashSet<UnitId>();
        for (var course : byId.values()) {
            if (course.existsOn(day) && code.equals(course.on(day).statisticalCode())) {
                bearers.add(course.registered.unit());
            }
        }
        return bearers;
    }

    /// What has the unit's place on a day.
    public Now asNow(UnitId unit, LocalDate day) {
        var ends = new HashSet<UnitId>();
        boolean lost = follow(unit, day, ends, new HashSet<>());
        if (ends.isEmpty()) {
            return new Now.Nobody();
        }
        // Parts that came together again are one; a part that went nowhere leaves it open.
        return ends.size() == 1 && !lost
                ? new Now.One(ends.iterator().next())
                : new Now.Unallocated(ends);
    }

    /// Gathers the units in which `unit` lives on.
    ///
    /// @return whether some of it lives on nowhere
    private boolean follow(UnitId unit, LocalDate day, Set<UnitId> ends, Set<UnitId> seen) {
        var course = byId.get(unit);
        if (!seen.add(unit)) {
            return false;
        }
        if (course == null) {
            return true;
        }
        var end = course.end;
        if (end == null || day.isBefore(end.day)) {
            ends.add(unit);
            return false;
        }
        boolean lost = end.successors.isEmpty();
        for (var successor : end.successors) {
            lost |= follow(successor, day, ends, seen);
        }
        return lost;
    }

    /// The units whose place, whole or in part, this one has on a day; itself among them while it
    /// stands.
    public Set<UnitId> livingOnIn(UnitId unit, LocalDate day) {
        var all = new TreeSet<>(Comparator.comparing(UnitId::value));
        for (var other : byId.keySet()) {
            var now = asNow(other, day);
            boolean here =
                    switch (now) {
                        case Now.One one -> one.unit().equals(unit);
                        case Now.Unallocated among -> among.among().contains(unit);
                        case Now.Nobody _ -> false;
                    };
            if (here) {
                all.add(other);
            }
        }
        return all;
    }
}
