package vn.sovang.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.decider.Outcome.Accepted;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.Provenance;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;

/// The seed's figures, row by row, from CSV through the workbook into the ledger's rules.
class FixtureWorkbookTest {
    @TempDir private Path folder = Path.of("");
    private Path book = Path.of("");

    @BeforeEach
    void write() throws IOException {
        book = folder.resolve("demo.xlsx");
        FixtureWorkbook.write(book);
    }

    private Reading.Ready read() {
        return new Desk(folder).ready(book);
    }

    private List<Fact> accepted() {
        var outcome = new Desk(folder).decide(book);
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).facts();
    }

    @Test
    void is_accepted_as_a_whole_by_the_rules_of_the_ledger() {
        assertThat(accepted()).hasSize(2_453).hasSize(read().summary().appended());
    }

    @Test
    void has_every_figure_of_the_csv_by_act_award_kind_paper_and_day() {
        var expected = new TreeMap<String, Integer>();
        for (var figure : FixtureFigure.all()) {
            expected.merge(
                    String.join(
                            " | ",
                            figure.act(),
                            figure.award(),
                            figure.kind(),
                            figure.document(),
                            figure.day().toString()),
                    figure.count(),
                    Integer::sum);
        }
        assertThat(figures()).containsExactlyEntriesOf(expected).hasSize(25);
    }

    /// The figures again, from the events alone.
    private Map<String, Integer> figures() {
        var figures = new TreeMap<String, Integer>();
        var sent = new HashSet<Object>();
        var answered = new HashSet<Object>();
        var withdrawn = new HashSet<Object>();
        for (var entry : read().command().entries()) {
            switch (entry.event()) {
                case NominationSubmitted n -> sent.add(n.nomination());
                case NominationWithdrawn n -> withdrawn.add(n.nomination());
                case AwardDecided a when a.nomination() != null -> answered.add(a.nomination());
                default -> {}
            }
        }
        for (var entry : read().command().entries()) {
            switch (entry.event()) {
                case NominationSubmitted n -> count(figures, "proposed", n.line(), entry);
                case NominationForwardedUp n ->
                        count(
                                figures,
                                "list of the first row forwarded by the province",
                                n.line(),
                                entry);
                case NominationFiled n when withdrawn.contains(n.nomination()) ->
                        count(
                                figures,
                                "submitted and withdrawn before the list was sent",
                                n.line(),
                                entry);
                case NominationFiled n when answered.contains(n.nomination()) ->
                        count(figures, "base-level nominations of decided lines", n.line(), entry);
                case NominationFiled n when !sent.contains(n.nomination()) ->
                        count(figures, "nomination filed, never submitted", n.line(), entry);
                case AwardDecided a -> count(figures, "decided", a.line(), entry);
                case ReissueProposed r ->
                        count(figures, "reissue list: " + r.subject().kind(), "", "", entry);
                case SurveyCampaignOpened s ->
                        count(
                                figures,
                                "survey campaign opened",
                                s.award().value(),
                                "INDIVIDUAL",
                                entry);
                default -> {}
            }
        }
        return figures;
    }

    private static void count(Map<String, Integer> figures, String act, AwardLine line, Entry e) {
        count(figures, act, line.award().value(), line.recipientKind().name(), e);
    }

    private static void count(
            Map<String, Integer> figures, String act, String award, String kind, Entry entry) {
        var number =
                entry.document() instanceof Document.Paper paper ? paper.number().asWritten() : "";
        var key = String.join(" | ", act, award, kind, number, entry.effectiveOn().toString());
        figures.merge(key, 1, Integer::sum);
    }

    @Test
    void counts_its_events_by_name() {
        assertThat(read().summary().events())
                .containsOnly(
                        Map.entry("recipient.RecipientRegistered", 1_153),
                        Map.entry("nomination.NominationFiled", 69),
                        Map.entry("nomination.NominationWithdrawn", 1),
                        Map.entry("nomination.NominationListSubmitted", 4),
                        Map.entry("nomination.NominationSubmitted", 45),
                        Map.entry("nomination.NominationForwardedUp", 5),
                        Map.entry("decision.DecisionRecorded", 12),
                        Map.entry("award.AwardDecided", 1_069),
                        Map.entry("reissue.ReissueRequested", 46),
                        Map.entry("reissue.ReissueListSubmitted", 1),
                        Map.entry("reissue.ReissueProposed", 46),
                        Map.entry("survey.SurveyCampaignOpened", 1));
    }

    @Test
    void has_the_same_bytes_each_time() throws IOException {
        var again = folder.resolve("again.xlsx");
        FixtureWorkbook.write(again);
        assertThat(Files.mismatch(book, again)).isEqualTo(-1);
        assertThat(new Desk(folder).ready(again).command().origin().request())
                .isEqualTo(read().command().origin().request());
    }

    @Test
    void has_eleven_emulation_fighters_among_its_advanced_workers() {
        var workers = recipients("LDTT");
        var fighters = recipients("CSTD_CO_SO");
        assertThat(workers).hasSize(438);
        assertThat(fighters).hasSize(11);
        assertThat(workers).containsAll(fighters);
    }

    private Set<Object> recipients(String award) {
        var recipients = new HashSet<Object>();
        for (var entry : read().command().entries()) {
            if (entry.event() instanceof AwardDecided a && a.line().award().value().equals(award)) {
                recipients.add(a.line().recipient());
            }
        }
        return recipients;
    }

    @Test
    void brings_the_438_lines_as_three_sheets_of_one_decision() {
        var sheets =
                accepted().stream()
                        .filter(f -> f.event() instanceof DecisionLinesAdded)
                        .map(f -> ((DecisionLinesAdded) f.event()).lineCount())
                        .toList();
        assertThat(sheets).containsExactly(150, 138);
        var lines =
                accepted().stream()
                        .filter(f ->
                                f.event() instanceof AwardDecided a
                                        && a.line().award().value().equals("LDTT"))
                        .map(f -> ((AwardDecided) f.event()).lineNumber())
                        .toList();
        assertThat(lines)
                .hasSize(438)
                .isSorted()
                .startsWith(1)
                .endsWith(438)
                .doesNotHaveDuplicates();
    }

    @Test
    void keeps_the_repeated_number_and_the_award_out_of_its_time_as_found() {
        var found = new TreeMap<String, Integer>();
        for (var fact : accepted()) {
            if (fact.asFound() != null) {
                found.merge(
                        fact.event().getClass().getSimpleName() + " " + fact.asFound().rule(),
                        1,
                        Integer::sum);
            }
        }
        assertThat(found)
                .containsOnly(
                        Map.entry("DecisionRecorded DECISION_NUMBER_TAKEN", 1),
                        Map.entry("NominationFiled AWARD_TYPE_NOT_VALID", 5));
    }

    @Test
    void forwards_the_five_nominations_of_the_city_and_files_none_for_the_province() {
        var filed = new HashSet<Object>();
        var forwarded = new HashSet<Object>();
        for (var fact : accepted()) {
            if (fact.event() instanceof NominationFiled n) {
                assertThat(n.proposingUnit()).isEqualTo(PhanRang.CITY);
                filed.add(n.nomination());
            }
            if (fact.event() instanceof NominationForwardedUp n) {
                assertThat(n.from()).isEqualTo(PhanRang.PROVINCE);
                forwarded.add(n.nomination());
            }
            if (fact.event() instanceof NominationListSubmitted l
                    && l.from().equals(PhanRang.PROVINCE)) {
                assertThat(l.lineCount()).isEqualTo(5);
            }
        }
        assertThat(filed).hasSize(69).containsAll(forwarded);
        assertThat(forwarded).hasSize(5);
    }

    @Test
    void says_of_every_fact_that_it_is_reconstructed_and_where_it_stands() {
        assertThat(read().command().entries())
                .allSatisfy(entry -> {
                    var provenance = entry.provenance();
                    assertThat(provenance.source())
                            .isEqualTo(Provenance.Source.RECONSTRUCTED_FROM_REPORT);
                    assertThat(provenance.confidence()).isEqualTo(Provenance.Confidence.LOW);
                    assertThat(provenance.note())
                            .startsWith(entry.source().sheet() + ", dòng " + entry.source().row());
                });
    }

    @Test
    void leaves_the_reading_of_a_first_issue_open_with_the_hint_beside_it() {
        var first =
                read().command().entries().stream()
                        .filter(e ->
                                e.event() instanceof ReissueRequested r
                                        && r.subject().reading() != null)
                        .toList();
        assertThat(first)
                .hasSize(2)
                .allSatisfy(entry -> {
                    var subject = ((ReissueRequested) entry.event()).subject();
                    assertThat(String.valueOf(subject.reading())).isEqualTo("KHONG_RO");
                    assertThat(subject.awardCode().value()).isEqualTo("KHONG_RO");
                    assertThat(entry.provenance().note())
                            .endsWith("văn bản 486/UBND-NV gợi ý hiểu là khen mới");
                });
    }

    @Test
    void puts_no_name_into_a_leaf() {
        var desk = new Desk(folder);
        var outcome = (Accepted) desk.decide(book);
        assertThat(desk.sealed).as("one key for each recipient").hasSize(1_153);
        assertThat(desk.sealed.values()).contains("name=Cá nhân 0001");
        var codec = new EventCodec();
        assertThat(outcome.facts())
                .extracting(f -> new String(codec.encode(new UUID(0, 1), f), UTF_8))
                .noneMatch(leaf -> leaf.contains("Cá nhân"))
                .noneMatch(leaf -> leaf.contains("Tập thể"))
                .noneMatch(leaf -> leaf.contains("Hộ gia đình"))
                .anyMatch(leaf -> leaf.contains("Danh sách 1, dòng 3"));
    }

    @Test
    void records_three_blocks_of_one_decision_under_one_identity() {
        var identities = new HashSet<Object>();
        for (var entry : read().command().entries()) {
            if (entry.event() instanceof DecisionRecorded d
                    && entry.effectiveOn().toString().equals("2024-01-10")
                    && d.key().number().startsWith("PHỤC-DỰNG-01")) {
                identities.add(d.decision());
            }
        }
        assertThat(identities).hasSize(1);
    }
}
