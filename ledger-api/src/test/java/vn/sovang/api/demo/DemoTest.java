package vn.sovang.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.Installation;
import vn.sovang.decider.Request;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.Recorded;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.privacy.Unmasking;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.report.ReportAnswer;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.UnitId;

/// First light, whole: the half-year of Phan Rang–Tháp Chàm, imported as a workbook, decided,
/// projected, and printed as the city printed it.
class DemoTest {
    private static final KnownAt NOW = new KnownAt.Now();

    @TempDir private static Path folder;

    private static DatabaseSettings settings;
    private static Installation installation;
    private static UnitId city;

    @BeforeAll
    static void record() throws IOException {
        settings = TestDatabase.freshSettings();
        installation = Installation.open(folder, "demo.example/phan-rang", settings);
        Demo.record(installation);
        installation.catchUp();
        city = unit(Demo.AUTHORITY);
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    private static UnitId unit(String authorityName) {
        return installation
                .projections()
                .register()
                .unitsByAuthorityName(authorityName)
                .getFirst()
                .id();
    }

    private StatisticsAnswer ask(
            @Nullable UnitId authority, PeriodPolicy policy, String period, KnownAt at, View view) {
        return installation
                .projections()
                .statistics()
                .ask(new StatisticsQuery(policy, Period.parse(period), authority, at, view));
    }

    private Answered figures(@Nullable UnitId authority, PeriodPolicy policy, View view) {
        return (Answered) ask(authority, policy, "2024-H1", NOW, view);
    }

    private HalfYearReport report(String period, KnownAt at) {
        var answer =
                installation
                        .projections()
                        .reports()
                        .of(city, PeriodPolicy.CALENDAR, Period.parse(period), at);
        return ((ReportAnswer.Written) answer).report();
    }

    /// Figures as text, `measure award kind`, so that a person can read the test.
    private static Map<String, Long> table(Answered answer) {
        var table = new TreeMap<String, Long>();
        for (Cell cell : answer.cells()) {
            var what = cell.reissueKind() == null ? cell.recipientKind() : cell.reissueKind();
            table.merge(cell.measure() + " " + cell.award() + " " + what, cell.count(), Long::sum);
        }
        return table;
    }

    @Test
    void every_figure_of_section_II_4_and_no_decoy() {
        var table = table(figures(city, PeriodPolicy.CALENDAR, View.ORIGINAL));
        var expected = new TreeMap<String, Long>();
        expected.put("PROPOSED BK_TTG INDIVIDUAL", 5L);
        expected.put("PROPOSED CO_THI_DUA_TINH COLLECTIVE", 3L);
        expected.put("PROPOSED TT_LDXS COLLECTIVE", 6L);
        expected.put("PROPOSED BK_TINH COLLECTIVE", 13L);
        expected.put("PROPOSED BK_TINH INDIVIDUAL", 12L);
        expected.put("PROPOSED CSTD_CAP_TINH INDIVIDUAL", 1L);
        expected.put("PROPOSED HUY_HIEU_TINH_NINH_THUAN INDIVIDUAL", 5L);
        expected.put("DECIDED TT_LDTT COLLECTIVE", 39L);
        expected.put("DECIDED LDTT INDIVIDUAL", 438L);
        expected.put("DECIDED CSTD_CO_SO INDIVIDUAL", 11L);
        expected.put("DECIDED GK_HUYEN COLLECTIVE", 121L);
        expected.put("DECIDED GK_HUYEN INDIVIDUAL", 446L);
        expected.put("DECIDED GK_HUYEN HOUSEHOLD", 5L);
        expected.put("REISSUE_REVIEWED KHONG_RO EXCHANGE", 14L);
        expected.put("REISSUE_REVIEWED KHONG_RO REISSUE", 30L);
        expected.put("REISSUE_REVIEWED KHONG_RO FIRST_ISSUE", 2L);
        table.keySet()
                .removeIf(k -> k.startsWith("REISSUE_REQUESTED") || k.startsWith("SURVEY_OPENED"));
        assertThat(table).isEqualTo(expected);
    }

    @Test
    void what_others_proposed_and_decided_is_theirs() {
        var province =
                table(figures(unit("UBND tỉnh Ninh Thuận"), PeriodPolicy.CALENDAR, View.ORIGINAL));
        assertThat(province)
                .containsEntry("PROPOSED BK_TTG INDIVIDUAL", 5L)
                .containsEntry("DECIDED BK_TINH INDIVIDUAL", 1L)
                .hasSize(2);
        var ward =
                table(figures(unit("UBND phường Phước Mỹ"), PeriodPolicy.CALENDAR, View.ORIGINAL));
        assertThat(ward).containsEntry("DECIDED GK_XA INDIVIDUAL", 2L);
    }

    @Test
    void the_administrative_half_year_gives_other_figures_from_the_same_events() {
        var table = table(figures(city, PeriodPolicy.ADMINISTRATIVE, View.ORIGINAL));
        assertThat(table)
                .as("29/12/2023 is inside 15/12–14/06, 30/06/2024 is not")
                .containsEntry("DECIDED GK_HUYEN INDIVIDUAL", 4L)
                .containsEntry("DECIDED GK_HUYEN COLLECTIVE", 121L)
                .containsEntry("DECIDED TT_LDTT COLLECTIVE", 39L);
    }

    @Test
    void the_two_paragraphs_are_those_the_city_printed() throws IOException {
        var seed =
                Files.readString(Path.of("src/test/resources/seed/section-II-4.txt"))
                        .strip()
                        .lines()
                        .map(line -> Normalizer.normalize(line.strip(), Normalizer.Form.NFC))
                        .toList();
        assertThat(seed)
                .extracting(line -> Request.sha256(line.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "2837fa583658d3e8a6075e07433608974dcba656a5a08722540a95ee44f739b6",
                        "ebff56a0495f6a3a3edf3ae7fdd6ac50b3d43eeaa2b61fcb7ab279ed2f4ecda1");
        var report = report("2024-H1", NOW);
        assertThat(List.of(report.emulation(), report.resistance())).isEqualTo(seed);
    }

    @Test
    void a_half_year_without_data_says_so() {
        assertThat(report("2025-H1", NOW).emulation()).contains("không phát sinh");
    }

    @Test
    void position_zero_is_the_empty_ledger_and_before_it_there_is_no_answer() {
        var calendar = PeriodPolicy.CALENDAR;
        var empty =
                (Answered) ask(city, calendar, "2024-H1", new KnownAt.AtPosition(0), View.ORIGINAL);
        assertThat(empty.cells()).isEmpty();
        assertThat(empty.total(Measure.DECIDED)).isZero();
        var early = new KnownAt.AtInstant(Instant.parse("2024-06-30T10:00:00Z"));
        assertThat(ask(city, calendar, "2024-H1", early, View.ORIGINAL))
                .isInstanceOf(StatisticsAnswer.NotYetOpen.class);
    }

    @Test
    void what_the_office_claims_to_have_known_in_june_2024_is_the_seed_and_is_called_a_claim() {
        var endOfJune = LocalDate.of(2024, 6, 30);
        var calendar =
                new StatisticsQuery(
                        PeriodPolicy.CALENDAR, Period.parse("2024-H1"), city, NOW, View.ORIGINAL);
        var statistics = installation.projections().statistics();
        var claimed = (Answered) statistics.ask(calendar.officeKnewAt(endOfJune));

        assertThat(table(claimed))
                .isEqualTo(table(figures(city, PeriodPolicy.CALENDAR, View.ORIGINAL)));
        assertThat(claimed.total(Measure.PROPOSED)).isEqualTo(45);
        assertThat(claimed.total(Measure.DECIDED)).isEqualTo(1060);
        assertThat(claimed.claimed()).isTrue();
        assertThat(claimed.withoutArrival())
                .as("the report gives no day of arrival: each line counts from its own day")
                .isEqualTo(claimed.cells().stream().mapToLong(Cell::count).sum());
        assertThat(
                        ask(
                                city,
                                PeriodPolicy.CALENDAR,
                                "2024-H1",
                                new KnownAt.AtInstant(Instant.parse("2024-06-30T16:59:59Z")),
                                View.ORIGINAL))
                .as("but the ledger knew nothing by then")
                .isInstanceOf(StatisticsAnswer.NotYetOpen.class);
    }

    @Test
    void a_second_run_doubles_nothing() throws IOException {
        long head = head();
        Demo.record(installation);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void a_rebuild_from_zero_gives_equal_tables() {
        for (var status : installation.projections().statuses()) {
            assertThat(installation.projections().rebuild(status.name()).identical())
                    .as(status.name())
                    .isTrue();
        }
    }

    @Test
    void no_name_and_no_birth_date_stands_in_any_table_of_the_ledger() throws SQLException {
        var names =
                List.of(
                        "Cá nhân 0",
                        "Tập thể 0",
                        "Hộ gia đình 0",
                        "Đối tượng 0",
                        "Bà mẹ 0001",
                        "H0001",
                        "\"1931\"");
        int tables = 0;
        long rows = 0;
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement();
                var list =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select tablename from pg_tables where schemaname ="
                                                + " 'ledger' order by 1")) {
            while (list.next()) {
                tables++;
                var table = list.getString(1);
                try (var all = statement.executeQuery("select * from ledger." + table)) {
                    while (all.next()) {
                        rows++;
                        for (int c = 1; c <= all.getMetaData().getColumnCount(); c++) {
                            var bytes = all.getBytes(c);
                            var text = new String(bytes, StandardCharsets.UTF_8);
                            assertThat(names).as(table).noneMatch(text::contains);
                        }
                    }
                }
            }
        }
        assertThat(tables).isGreaterThanOrEqualTo(5);
        assertThat(rows).isGreaterThan(2_500);
        var reader = new Unmasking("u-1", "INSPECTOR", "kiểm tra");
        var opened =
                recorded(RecipientRegistered.class).stream()
                        .map(r -> ((RecipientRegistered) r.fact().event()).name())
                        .map(name -> installation.ledger().identities().open(name, reader))
                        .map(name -> name.orElseThrow());
        assertThat(opened)
                .as("an entitled reader still opens what was sealed")
                .contains("Cá nhân 0001", "Hộ gia đình 0001", "Bà mẹ 0001");
    }

    @Test
    void the_ledger_passes_its_own_check() {
        installation.ledger().seal();
        assertThat(installation.ledger().check(n -> {}).findings()).isEmpty();
    }

    private long head() {
        return installation.ledger().feed().head();
    }

    private List<Recorded> recorded(Class<? extends LedgerEvent> type) {
        var all = new TagQuery(Set.of(), Set.of(EventCatalogue.nameOf(type)));
        return installation.ledger().read(Set.of(all));
    }
}
