package vn.sovang.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.rule.UnitHistory.Now;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Sixteen units, thirteen, six: the history that ships, and any other.
class UnitHistoryTest {
    private static final LocalDate BEFORE = LocalDate.parse("2024-06-30");
    private static final LocalDate BETWEEN = LocalDate.parse("2024-11-01");
    private static final LocalDate AFTER = LocalDate.parse("2025-07-01");

    private static UnitHistory fold(List<Fact> facts) {
        var history = UnitHistory.NONE;
        for (var fact : facts) {
            history = history.evolve(fact);
        }
        return history;
    }

    private static final UnitHistory SHIPPED = fold(reference());

    private static UnitId named(String name, LocalDate day) {
        return SHIPPED.byId().keySet().stream()
                .filter(u -> SHIPPED.asThen(u, day).filter(t -> t.name().equals(name)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> partsOfTheCity(LocalDate day) {
        return SHIPPED.byId().keySet().stream()
                .flatMap(u -> SHIPPED.asThen(u, day).stream())
                .filter(t -> CITY.equals(t.parent()))
                .map(UnitHistory.Then::name)
                .collect(Collectors.toSet());
    }

    @Test
    void sixteen_units_became_thirteen_and_the_thirteen_live_on_in_six() {
        assertThat(partsOfTheCity(BEFORE)).hasSize(16);
        assertThat(partsOfTheCity(BETWEEN))
                .hasSize(13)
                .contains("phường Phủ Hà", "phường Kinh Dinh")
                .doesNotContain("phường Thanh Sơn", "phường Mỹ Hương", "phường Tấn Tài");
        assertThat(partsOfTheCity(AFTER)).isEmpty();
        assertThat(SHIPPED.asThen(CITY, AFTER)).as("the city is no more").isEmpty();
        assertThat(SHIPPED.asNow(CITY, AFTER))
                .isInstanceOfSatisfying(
                        Now.Unallocated.class, n -> assertThat(n.among()).hasSize(6));
    }

    @Test
    void a_ward_merged_twice_is_followed_to_the_end_and_a_divided_one_is_never_shared_out() {
        var thanhSon = named("phường Thanh Sơn", BEFORE);
        var phanRang = named("phường Phan Rang", AFTER);
        assertThat(SHIPPED.asNow(thanhSon, BEFORE)).isEqualTo(new Now.One(thanhSon));
        assertThat(SHIPPED.asNow(thanhSon, BETWEEN))
                .isEqualTo(new Now.One(named("phường Phủ Hà", BETWEEN)));
        assertThat(SHIPPED.asNow(thanhSon, AFTER)).isEqualTo(new Now.One(phanRang));
        var dongHai = named("phường Đông Hải", BEFORE);
        assertThat(SHIPPED.asNow(dongHai, AFTER))
                .isEqualTo(
                        new Now.Unallocated(
                                Set.of(
                                        named("phường Đông Hải", AFTER),
                                        named("xã Phước Dinh", AFTER))));
        assertThat(named("phường Đông Hải", AFTER))
                .as("a name given again is another unit")
                .isNotEqualTo(dongHai);
        assertThat(SHIPPED.livingOnIn(phanRang, AFTER)).contains(thanhSon, CITY).hasSize(9);
    }

    @Test
    void a_statistical_code_means_another_unit_on_another_day_and_never_two_at_once() {
        assertThat(SHIPPED.bearersOf("22750", BEFORE))
                .containsExactly(named("phường Thanh Sơn", BEFORE));
        assertThat(SHIPPED.bearersOf("22750", BETWEEN))
                .containsExactly(named("phường Phủ Hà", BETWEEN));
        assertThat(SHIPPED.bearersOf("22741", BEFORE))
                .containsExactly(named("phường Phước Mỹ", BEFORE));
        assertThat(SHIPPED.bearersOf("22741", AFTER))
                .containsExactly(named("phường Bảo An", AFTER));
        assertThat(SHIPPED.bearersOf("22759", AFTER))
                .containsExactly(named("phường Phan Rang", AFTER));
        int asked = 0;
        for (var day : List.of(BEFORE, BETWEEN, AFTER)) {
            for (int code = 22_730; code < 22_890; code++) {
                var bearers = SHIPPED.bearersOf(Integer.toString(code), day);
                assertThat(bearers).as(code + " on " + day).hasSizeLessThan(2);
                asked += bearers.size();
            }
        }
        assertThat(asked).as("codes that mean something").isEqualTo(16 + 13 + 6);
    }

    @Test
    void a_unit_is_called_as_it_was_called_on_the_day() {
        var unit = new UnitId(UUID.randomUUID());
        var history =
                fold(
                        List.of(
                                registered(unit, "2000-01-01"),
                                fact("an", "2010-05-01", new UnitRenamed(unit, "B", "UBND B")),
                                fact("an", "2005-05-01", new UnitRenamed(unit, "A", "UBND A"))));
        assertThat(name(history, unit, "2005-04-30")).isEqualTo("gốc");
        assertThat(name(history, unit, "2005-05-01")).isEqualTo("A");
        assertThat(name(history, unit, "2026-01-01")).isEqualTo("B");
        assertThat(history.asThen(unit, LocalDate.parse("1999-12-31"))).isEmpty();
    }

    @Test
    void parts_that_come_together_again_are_one() {
        var units = units(4);
        var history =
                fold(
                        List.of(
                                registered(units.get(0), "2000-01-01"),
                                registered(units.get(1), "2000-01-01"),
                                registered(units.get(2), "2000-01-01"),
                                registered(units.get(3), "2000-01-01"),
                                fact("an", "2010-01-01", split(units.get(0), units.subList(1, 3))),
                                fact(
                                        "an",
                                        "2015-01-01",
                                        new UnitMerged(units.get(1), units.get(3))),
                                fact(
                                        "an",
                                        "2016-01-01",
                                        new UnitMerged(units.get(2), units.get(3)))));
        assertThat(history.asNow(units.getFirst(), LocalDate.parse("2015-06-01")))
                .isEqualTo(new Now.Unallocated(Set.of(units.get(2), units.get(3))));
        assertThat(history.asNow(units.getFirst(), LocalDate.parse("2016-01-01")))
                .isEqualTo(new Now.One(units.get(3)));
    }

    /// The model walks forward through the days and keeps, for every unit there ever was, the set
    /// of those in which it lives on.
    @Test
    void any_history_agrees_with_a_model_that_walks_forward() {
        int divided = 0;
        int followed = 0;
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var units = units(12);
            var facts = new ArrayList<Fact>();
            units.forEach(u -> facts.add(registered(u, "2000-01-01")));
            var model = new HashMap<UnitId, Set<@Nullable UnitId>>();
            units.forEach(u -> model.put(u, new HashSet<>(Set.of(u))));
            var standing = new ArrayList<>(units);
            var day = LocalDate.parse("2001-01-01");
            while (standing.size() > 2 && random.nextInt(10) > 0) {
                day = day.plusDays(1 + random.nextInt(400));
                var gone = standing.remove(random.nextInt(standing.size()));
                var successors = pick(standing, random.nextInt(3), random);
                facts.add(fact("an", day.toString(), end(gone, successors, random)));
                replace(model, gone, successors);
            }
            var history = fold(facts);
            for (var unit : units) {
                var now = history.asNow(unit, day);
                assertThat(now).as("seed " + seed).isEqualTo(answer(model.get(unit)));
                divided += now instanceof Now.Unallocated ? 1 : 0;
                followed += now instanceof Now.One one && !one.unit().equals(unit) ? 1 : 0;
            }
        }
        assertThat(divided).as("divided units seen").isGreaterThan(100);
        assertThat(followed).as("followed units seen").isGreaterThan(100);
    }

    private static void replace(
            Map<UnitId, Set<@Nullable UnitId>> model, UnitId gone, List<UnitId> successors) {
        for (var places : model.values()) {
            if (places.remove(gone)) {
                places.addAll(successors);
                if (successors.isEmpty()) {
                    places.add(null);
                }
            }
        }
    }

    private static Now answer(@Nullable Set<@Nullable UnitId> places) {
        var here = new HashSet<UnitId>();
        boolean lost = false;
        for (var place : places == null ? Set.<@Nullable UnitId>of() : places) {
            if (place == null) {
                lost = true;
            } else {
                here.add(place);
            }
        }
        if (here.isEmpty()) {
            return new Now.Nobody();
        }
        return here.size() == 1 && !lost
                ? new Now.One(here.iterator().next())
                : new Now.Unallocated(here);
    }

    private static UnitEvent end(UnitId unit, List<UnitId> successors, Random random) {
        return switch (successors.size()) {
            case 0 -> new UnitAbolished(unit, successors);
            case 1 ->
                    random.nextBoolean()
                            ? new UnitMerged(unit, successors.getFirst())
                            : new UnitAbolished(unit, successors);
            default -> split(unit, successors);
        };
    }

    private static UnitSplit split(UnitId unit, List<UnitId> successors) {
        return new UnitSplit(
                unit, successors.stream().map(s -> new UnitSplit.Part(s, null)).toList());
    }

    private static List<UnitId> pick(List<UnitId> from, int count, Random random) {
        var shuffled = new ArrayList<>(from);
        java.util.Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    private static List<UnitId> units(int count) {
        var units = new ArrayList<UnitId>();
        for (int i = 0; i < count; i++) {
            units.add(new UnitId(UUID.randomUUID()));
        }
        return units;
    }

    private static Fact registered(UnitId unit, String from) {
        return fact(
                "an",
                from,
                new UnitRegistered(
                        unit,
                        "gốc",
                        "UBND gốc",
                        UnitLevel.XA,
                        null,
                        null,
                        LocalDate.parse(from),
                        true));
    }

    private static String name(UnitHistory history, UnitId unit, String day) {
        return history.asThen(unit, LocalDate.parse(day)).orElseThrow().name();
    }
}
