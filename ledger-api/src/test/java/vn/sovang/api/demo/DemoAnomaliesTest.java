package vn.sovang.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.Installation;
import vn.sovang.api.anomaly.AnomalyTexts;
import vn.sovang.api.text.Messages;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.projection.anomaly.AnomalyFilter;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.anomaly.AnomalyRule;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.Document;

/// What is wrong with the city's report of June 2024, found by the rules in the demonstration: A1,
/// A2, A3, A4, A8, A9 and A10 of its anomalies. Each by the events that say so.
class DemoAnomaliesTest {
    @TempDir private Path folder;

    private List<AnomalyRow> found(Installation installation, AnomalyRule rule) {
        var filter =
                AnomalyFilter.all(LocalDate.parse("2026-11-27"))
                        .rule(rule)
                        .state(FindingState.OPEN);
        return installation.projections().anomalies().page(filter, null, 500).rows();
    }

    /// Number and symbol of the papers behind the evidence, or the type of the event.
    private static List<String> evidence(Installation installation, AnomalyRow row) {
        var evidence = new ArrayList<String>();
        for (long position : row.evidence()) {
            var fact = installation.ledger().feed().after(position - 1, 1).getFirst().fact();
            switch (fact.event()) {
                case ReferenceDocumentRegistered _
                        when fact.document() instanceof Document.Paper p ->
                        evidence.add(p.number().asWritten());
                case PaperReportRecorded _ -> evidence.add("report");
                case NominationFiled e -> evidence.add(e.line().award().value());
                case ReissueProposed e -> evidence.add(e.subject().kind().name());
                default -> evidence.add(fact.event().getClass().getSimpleName());
            }
        }
        return evidence;
    }

    @Test
    void the_anomalies_of_the_report_are_found_with_their_evidence() throws IOException {
        try (var installation =
                Installation.open(folder, "demo.example/phan-rang", TestDatabase.freshSettings())) {
            Demo.record(installation);
            installation.catchUp();

            claims(installation);
            papers(installation);
            awards(installation);
            texts(installation);
        }
    }

    private void claims(Installation installation) {
        var households = found(installation, AnomalyRule.CLAIMS_DIFFER_WITHIN_PAPER);
        assertThat(households)
                .as("A1: 05 households in II.4, 08 in footnote 26")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.says()).containsAllEntriesOf(Map.of("total", "5", "part", "8"));
                    assertThat(evidence(installation, row)).containsExactly("report");
                });
    }

    private void papers(Installation installation) {
        assertThat(found(installation, AnomalyRule.PAPER_NUMBER_OUT_OF_ORDER))
                .as("A2: 1053 of 29/3 after 1352 of 22/3; A3: 1178/NV is not of that series")
                .extracting(row -> row.says().get("number"))
                .containsExactlyInAnyOrder("1053/UBND-NV", "1178/NV");
        assertThat(found(installation, AnomalyRule.PAPER_NUMBER_OUT_OF_ORDER))
                .filteredOn(row -> "1053/UBND-NV".equals(row.says().get("number")))
                .singleElement()
                .extracting(row -> evidence(installation, row))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("1352/UBND-NV", "1053/UBND-NV", "1623/UBND-NV");

        assertThat(found(installation, AnomalyRule.PAPER_NUMBER_TWO_SYMBOLS))
                .as("A3: one number of 13/3 under two symbols")
                .singleElement()
                .extracting(row -> evidence(installation, row))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("1178/NV", "1178/UBND-NV");
    }

    private void awards(Installation installation) {
        assertThat(found(installation, AnomalyRule.PAPER_UNSIGNED))
                .as("A4: no number and no day")
                .singleElement()
                .extracting(row -> evidence(installation, row))
                .isEqualTo(List.of("report"));

        assertThat(found(installation, AnomalyRule.AWARD_TYPE_NOT_IN_FORCE))
                .as("A8: the badge of the province, nominated after 2023")
                .hasSize(5)
                .allSatisfy(row ->
                        assertThat(evidence(installation, row))
                                .contains("HUY_HIEU_TINH_NINH_THUAN"));

        assertThat(found(installation, AnomalyRule.FIRST_ISSUE_READING_UNKNOWN))
                .as("A9: two first issues that nobody explains")
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(evidence(installation, row)).containsExactly("FIRST_ISSUE"));

        assertThat(found(installation, AnomalyRule.UNITS_CLAIM_DIFFERS))
                .as("A10: footnote 21 has 13 wards left; on 30/6/2024 there were 16")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.says())
                            .containsAllEntriesOf(
                                    Map.of(
                                            "claimed",
                                            "13",
                                            "there",
                                            "16",
                                            "place",
                                            "chú thích 21"));
                    assertThat(evidence(installation, row)).contains("report", "UnitMerged");
                });
    }

    private static void texts(Installation installation) {
        var all = AnomalyFilter.all(LocalDate.parse("2026-11-27"));
        var rows = installation.projections().anomalies().page(all, null, 500).rows();
        for (var language : List.of(Messages.VIETNAMESE, Locale.ENGLISH)) {
            assertThat(rows)
                    .allSatisfy(row ->
                            assertThat(AnomalyTexts.text(row, Messages.in(language)))
                                    .isNotBlank()
                                    .doesNotContain("{"));
        }
    }
}
