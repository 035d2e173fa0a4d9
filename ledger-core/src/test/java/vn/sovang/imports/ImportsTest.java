package vn.sovang.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AsFound;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.Provenance;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;

class ImportsTest {
    private static final String NUMBER = "PHỤC-DỰNG-01/QĐ-UBND";

    private final ImportId imported = new ImportId(UUID.randomUUID());
    private final RecipientRegistered household = PhanRang.recipient(RecipientKind.HOUSEHOLD);
    private final DecisionKey key = DecisionKey.of(CITY, 2024, new DocumentNumber(NUMBER));

    private DeciderSpec<RecordImport, ImportState> ledger() {
        return DeciderSpec.of(new Imports()).given(PhanRang.reference());
    }

    private static Entry entry(LedgerEvent event, String day, @Nullable String asFound) {
        return entry(event, day, asFound, 7);
    }

    private static Entry entry(LedgerEvent event, String day, @Nullable String asFound, int row) {
        return new Entry(
                event,
                LocalDate.parse(day),
                paper(NUMBER, day),
                new Provenance(
                        Provenance.Source.OFFICE_LIST, Provenance.Confidence.MEDIUM, "Danh sách 7"),
                asFound,
                new Source("Danh sách", row, "Mã danh hiệu"));
    }

    private RecordImport file(List<Entry> entries) {
        return new RecordImport(
                origin("an", "2026-11-22", new Document.None("nhập tệp")),
                imported,
                "danh-sach.xlsx",
                "00",
                entries.size(),
                "binh",
                false,
                entries);
    }

    private DecisionRecorded decision(DecisionId id) {
        return new DecisionRecorded(id, key, 1);
    }

    private AwardDecided award(DecisionId decision, String code) {
        return new AwardDecided(
                new AwardId(UUID.randomUUID()),
                decision,
                key,
                1,
                ConferralMode.TANG,
                null,
                null,
                line(code, household));
    }

    @Test
    void a_file_is_recorded_whole_and_ends_with_its_completion() {
        var id = new DecisionId(UUID.randomUUID());
        var facts =
                ledger().when(
                                file(
                                        List.of(
                                                entry(household, "2024-04-26", null),
                                                entry(decision(id), "2024-04-26", null),
                                                entry(award(id, "GK_HUYEN"), "2024-04-26", null))))
                        .facts();
        assertThat(facts).hasSize(4);
        assertThat(facts).allSatisfy(f -> assertThat(f.imported()).isEqualTo(imported));
        assertThat(facts.getLast().event())
                .isInstanceOfSatisfying(
                        ImportCompleted.class, c -> assertThat(c.facts()).isEqualTo(3));
    }

    @Test
    void a_row_that_breaks_a_rule_is_named_and_nothing_is_stored() {
        var id = new DecisionId(UUID.randomUUID());
        var refused =
                ledger().when(
                                file(
                                        List.of(
                                                entry(household, "2024-04-26", null),
                                                entry(decision(id), "2024-04-26", null),
                                                entry(award(id, "LDTT"), "2024-04-26", null, 9))))
                        .refused();
        assertThat(refused.code()).isEqualTo(RefusalCode.IMPORT_REJECTED);
        assertThat(refused.details())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.code()).isEqualTo(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED);
                    assertThat(r.arguments())
                            .containsEntry("sheet", "Danh sách")
                            .containsEntry("row", "9");
                });
    }

    @Test
    void the_same_row_with_a_reason_is_recorded_as_found() {
        var id = new DecisionId(UUID.randomUUID());
        var facts =
                ledger().when(
                                file(
                                        List.of(
                                                entry(household, "2024-04-26", null),
                                                entry(decision(id), "2024-04-26", null),
                                                entry(
                                                        award(id, "LDTT"),
                                                        "2024-04-26",
                                                        "giấy ghi như vậy"))))
                        .facts();
        assertThat(facts.get(2).asFound())
                .isEqualTo(
                        new AsFound(
                                RefusalCode.RECIPIENT_KIND_NOT_ALLOWED.name(),
                                "giấy ghi như vậy",
                                "binh"));
        assertThat(facts.get(1).asFound()).as("a row that breaks nothing").isNull();
    }

    @Test
    void a_decision_dated_before_its_nomination_is_refused_or_found() {
        var nomination = new NominationId(UUID.randomUUID());
        var id = new DecisionId(UUID.randomUUID());
        var filed = new NominationFiled(nomination, CITY, line("GK_HUYEN", household));
        var answered =
                new AwardDecided(
                        new AwardId(UUID.randomUUID()),
                        id,
                        key,
                        1,
                        ConferralMode.TANG,
                        null,
                        nomination,
                        line("GK_HUYEN", household));
        var refused =
                ledger().when(
                                file(
                                        List.of(
                                                entry(filed, "2024-05-01", null),
                                                entry(decision(id), "2024-04-26", null),
                                                entry(answered, "2024-04-26", null))))
                        .refused();
        assertThat(refused.details())
                .extracting(r -> r.code())
                .containsExactly(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        var facts =
                ledger().when(
                                file(
                                        List.of(
                                                entry(filed, "2024-05-01", null),
                                                entry(decision(id), "2024-04-26", null),
                                                entry(answered, "2024-04-26", "hồ sơ cũ"))))
                        .facts();
        assertThat(facts.get(2).asFound())
                .isEqualTo(
                        new AsFound(RefusalCode.EARLIER_THAN_ITS_CAUSE.name(), "hồ sơ cũ", "binh"));
    }

    @Test
    void a_number_used_for_two_days_is_refused_or_found_twice() {
        var first = new DecisionId(UUID.randomUUID());
        var second = new DecisionId(UUID.randomUUID());
        ledger().when(
                        file(
                                List.of(
                                        entry(decision(first), "2024-01-01", null),
                                        entry(decision(second), "2024-01-10", null))))
                .thenRefused(RefusalCode.IMPORT_REJECTED);
        var facts =
                ledger().when(
                                file(
                                        List.of(
                                                entry(decision(first), "2024-01-01", null),
                                                entry(decision(second), "2024-01-10", "hai ngày"))))
                        .facts();
        assertThat(facts.get(1).event()).isEqualTo(decision(second));
        assertThat(facts.get(1).asFound()).isNotNull();
    }

    @Test
    void a_decision_the_ledger_has_goes_on_with_its_lines() {
        var stored = new DecisionId(UUID.randomUUID());
        var inFile = new DecisionId(UUID.randomUUID());
        Fact before =
                fact(
                        "an",
                        "2024-01-10",
                        paper(NUMBER, "2024-01-10"),
                        new DecisionRecorded(stored, key, 40));
        var facts =
                ledger().given(before)
                        .when(
                                file(
                                        List.of(
                                                entry(household, "2024-01-10", null),
                                                entry(decision(inFile), "2024-01-10", null),
                                                entry(
                                                        award(inFile, "GK_HUYEN"),
                                                        "2024-01-10",
                                                        null))))
                        .facts();
        assertThat(facts.get(1).event()).isEqualTo(new DecisionLinesAdded(stored, key, 1));
        assertThat(((AwardDecided) facts.get(2).event()).decision()).isEqualTo(stored);
        assertThat(((AwardDecided) facts.get(2).event()).lineNumber()).isEqualTo(41);
    }

    @Test
    void five_thousand_and_one_events_are_refused() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < RecordImport.MAX_EVENTS; i++) {
            entries.add(entry(PhanRang.recipient(RecipientKind.INDIVIDUAL), "2024-01-10", null));
        }
        ledger().when(file(entries)).thenRefused(RefusalCode.IMPORT_TOO_LARGE);
        ledger().when(file(entries.subList(1, entries.size()))).facts();
    }

    @Test
    void an_empty_file_is_refused() {
        ledger().when(file(List.of())).thenRefused(RefusalCode.IMPORT_EMPTY);
    }
}
