package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.founding.ReferenceData;
import vn.sovang.founding.ReferenceData.UnitRow;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The sixteen wards of Phan Rang–Tháp Chàm, thirteen since 1 November 2024, six successors since 1
/// July 2025: one award each in the first half of 2024, seen from then on.
class LineageTest {
    private static final UnitId CITY = Given.CITY;

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void sixteen_wards_are_thirteen_then_five_and_one_that_was_divided() {
        var wards =
                ReferenceData.units().stream()
                        .filter(u -> u.level() == UnitLevel.XA && CITY.equals(u.parent()))
                        .toList();
        tell(wards);

        assertThat(wards).hasSize(16);
        assertThat(places(asNow("2024-10-15T00:00:00Z"))).hasSize(16);
        assertThat(places(asNow("2024-11-15T00:00:00Z"))).hasSize(13);
        var now = asNow("2025-08-15T00:00:00Z");
        assertThat(places(now))
                .containsExactlyInAnyOrder(
                        "UBND phường Đô Vinh",
                        "UBND phường Bảo An",
                        "UBND phường Phan Rang",
                        "UBND phường Đông Hải",
                        "UBND phường Ninh Chử");
        assertThat(ids(now)).as("two are called Đông Hải: the divided one and the new").hasSize(6);
        assertThat(now.total(Measure.DECIDED)).as("nothing is prorated").isEqualTo(16);
        assertThat(now.unallocated())
                .as("the old Đông Hải, and the city whose places went to six units")
                .containsOnlyKeys(UnitId.of("7631ed79-b68f-4a7f-a029-ffad2b16153d"), CITY);
        assertThat(names(now, UnitId.of("7631ed79-b68f-4a7f-a029-ffad2b16153d")))
                .containsExactly("UBND phường Đông Hải", "UBND xã Phước Dinh");
        assertThat(places(ask("2025-08-15T00:00:00Z", UnitView.AS_THEN, CITY))).hasSize(16);
    }

    @Test
    void an_authority_seen_as_now_answers_for_all_that_it_follows() {
        var ninhThuan = Given.PROVINCE;
        var khanhHoa = UnitId.of("f412b737-28e4-46b9-9037-16c9f10d2adc");
        register(ReferenceData.units());
        log.at("2024-03-01T02:00:00Z")
                .append(
                        Paper.of("2024-03-01", "1/QĐ")
                                .fact(Given.decided(Given.award(), ninhThuan, line(null))));
        change("2025-07-02T00:00:00Z");

        var now = ask("2025-08-15T00:00:00Z", UnitView.AS_NOW, khanhHoa);
        assertThat(now.total(Measure.DECIDED)).isOne();
        assertThat(ask("2025-08-15T00:00:00Z", UnitView.AS_THEN, khanhHoa).cells()).isEmpty();
        var cell = now.cells().getFirst();
        assertThat(Objects.requireNonNull(cell.authority()).authorityName())
                .isEqualTo("UBND tỉnh Khánh Hòa");
        assertThat(log.settled().statistics().trace(now, cell)).hasSize(1);
    }

    @Test
    void a_name_is_the_one_known_then_and_not_one_to_come() {
        log.at("2024-01-01T01:00:00Z").append(Paper.of("2024-01-01", "0").fact(Given.city()));
        log.append(
                Paper.of("2024-01-02", "1/QĐ")
                        .fact(Given.decided(Given.award(), CITY, line(null))));
        log.at("2024-05-01T01:00:00Z")
                .append(
                        Paper.of("2024-06-01", "2")
                                .fact(new UnitRenamed(CITY, "thành phố Mới", "UBND Mới")));
        log.at("2024-07-01T01:00:00Z")
                .append(
                        Paper.of("2024-07-01", "3/QĐ")
                                .fact(Given.decided(Given.award(), CITY, line(null))));

        assertThat(authority(2)).isEqualTo("UBND thành phố Phan Rang - Tháp Chàm");
        assertThat(authority(3)).as("from June on only").isEqualTo(authority(2));
        assertThat(authority(4)).isEqualTo("UBND Mới");
    }

    private String authority(long position) {
        var answer =
                (Answered)
                        log.settled()
                                .statistics()
                                .ask(
                                        new StatisticsQuery(
                                                PeriodPolicy.CALENDAR,
                                                Period.parse("2024-H1"),
                                                null,
                                                new KnownAt.AtPosition(position),
                                                View.ORIGINAL));
        return Objects.requireNonNull(
                Objects.requireNonNull(answer.cells().getFirst().authority()).authorityName());
    }

    private void tell(List<UnitRow> wards) {
        register(ReferenceData.units());
        log.at("2024-03-01T02:00:00Z");
        for (UnitRow ward : wards) {
            log.append(
                    Paper.of("2024-03-01", "1/QĐ")
                            .fact(Given.decided(Given.award(), CITY, line(ward.unit()))));
        }
        change("2024-10-15T00:00:00Z");
        // Something else is recorded later: units are seen as of the day of the last recording.
        for (String day : List.of("2024-11-15", "2025-08-15")) {
            log.at(day + "T00:00:00Z").append(Paper.of(day, "x").fact(Given.ward()));
        }
    }

    private void register(List<UnitRow> units) {
        log.at("2024-01-01T01:00:00Z");
        for (UnitRow unit : units) {
            log.append(
                    Paper.of("2024-01-01", "0")
                            .fact(
                                    new UnitRegistered(
                                            unit.unit(),
                                            unit.name(),
                                            unit.authorityName(),
                                            unit.level(),
                                            unit.parent(),
                                            null,
                                            null,
                                            true)));
        }
    }

    /// The whole history, recorded before much of it is in force.
    private void change(String recordedAt) {
        log.at(recordedAt);
        for (var change : ReferenceData.unitHistory()) {
            log.append(Paper.of(change.day().toString(), "NQ").fact(change.event()));
        }
    }

    private Answered asNow(String instant) {
        return ask(instant, UnitView.AS_NOW, null);
    }

    private Answered ask(String instant, UnitView units, @Nullable UnitId authority) {
        return (Answered)
                log.settled()
                        .statistics()
                        .ask(
                                new StatisticsQuery(
                                        PeriodPolicy.CALENDAR,
                                        Period.parse("2024-H1"),
                                        authority,
                                        new KnownAt.AtInstant(Instant.parse(instant)),
                                        View.ORIGINAL,
                                        units,
                                        null));
    }

    private static Set<UnitId> ids(Answered answer) {
        return answer.cells().stream()
                .map(c -> Objects.requireNonNull(c.recipientUnit()).id())
                .collect(Collectors.toSet());
    }

    private static Set<String> places(Answered answer) {
        var names = new TreeSet<String>();
        for (Cell cell : answer.cells()) {
            UnitName unit = Objects.requireNonNull(cell.recipientUnit());
            names.add(
                    answer.unallocated().isEmpty()
                            ? unit.id().toString()
                            : Objects.requireNonNull(unit.authorityName()));
        }
        return names;
    }

    private static List<String> names(Answered answer, UnitId divided) {
        return answer.unallocated().getOrDefault(divided, List.of()).stream()
                .map(u -> Objects.requireNonNull(u.authorityName()))
                .toList();
    }

    private static AwardLine line(@Nullable UnitId place) {
        return new AwardLine(
                new AwardCode("LDTT"),
                Rank.NONE,
                new RecipientId(UUID.randomUUID()),
                RecipientKind.INDIVIDUAL,
                CommendationType.CONG_TRANG,
                place);
    }
}
