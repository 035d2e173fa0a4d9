package vn.sovang.projection.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Command;
import vn.sovang.decider.Outcome;
import vn.sovang.event.Fact;
import vn.sovang.projection.Projections;
import vn.sovang.projection.inspection.InspectionFinding.Settlement;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.testing.Inspecting;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;

/// After each act the inspection is read as of every position so far: what was known then does not
/// change with what came later.
class InspectionsAsOfTest {
    private static final TestLog LOG = new TestLog();
    private static final PureRun RUN = new PureRun();
    private static final LifeOfAnAward LIFE = new LifeOfAnAward();
    private static final Inspecting IT = new Inspecting("12/QĐ-TTr");
    private static long opened;

    @BeforeAll
    static void tell() {
        LOG.append(PhanRang.reference());
        for (var command : LIFE.decided()) {
            record(command);
        }
        opened = record(IT.open());
        record(IT.find(new InspectedMatter.OfAward(LIFE.award)));
        record(IT.explain());
        record(IT.reopen());
        record(IT.explainAgain("mai"));
        record(IT.accept());
        record(IT.close());
    }

    @AfterAll
    static void close() {
        LOG.close();
    }

    private static long record(Command command) {
        var facts = ((Outcome.Accepted) RUN.outcome(command)).facts();
        RUN.did(command);
        return LOG.append(facts.toArray(Fact[]::new));
    }

    private static String told(InspectionRow row) {
        var findings =
                row.findings().stream()
                        .map(f -> f.number() + " " + f.state() + " " + f.acts().size())
                        .collect(Collectors.joining(", "));
        return (row.closed() == null ? "open" : "closed") + " [" + findings + "]";
    }

    @Test
    void every_position_has_the_state_of_its_time() {
        Projections read = LOG.settled();
        var states =
                List.of(
                        "open []",
                        "open [1 OPEN 1]",
                        "open [1 EXPLAINED 2]",
                        "open [1 OPEN 3]",
                        "open [1 EXPLAINED 4]",
                        "open [1 SETTLED 5]",
                        "closed [1 SETTLED 5]");
        assertThat(read.inspections().one(IT.id, opened - 1)).isEmpty();
        assertThat(read.inspections().all(null, opened - 1)).isEmpty();
        for (int i = 0; i < states.size(); i++) {
            var row = read.inspections().one(IT.id, opened + i).orElseThrow();
            assertThat(told(row)).as("%d acts later", i).isEqualTo(states.get(i));
            assertThat(read.inspections().all(null, opened + i)).containsExactly(row);
        }
    }

    @Test
    void it_is_read_as_it_was_opened() {
        var row = LOG.settled().inspections().one(IT.id, Long.MAX_VALUE).orElseThrow();
        var open = IT.open();

        assertThat(row.body()).isEqualTo("Thanh tra tỉnh");
        assertThat(row.number()).isEqualTo("12/QĐ-TTr");
        assertThat(row.scope()).isEqualTo(open.scope());
        assertThat(row.cutOff()).isEqualTo(open.cutOff());
        assertThat(row.sample()).isEqualTo(open.sample());
        assertThat(row.opened().by()).isEqualTo("thanh");
        assertThat(row.count(Settlement.SETTLED)).isEqualTo(1);
        var finding = row.finding(1).orElseThrow();
        assertThat(finding.about()).isEqualTo(new InspectedMatter.OfAward(LIFE.award));
        assertThat(finding.explained().orElseThrow().words()).isEqualTo("có bản gốc kèm theo");
        assertThat(finding.explained().orElseThrow().by()).isEqualTo("mai");
        assertThat(finding.concluded().orElseThrow().words()).isEqualTo("đã xuất trình, phù hợp");
        assertThat(row.finding(2)).isEmpty();
    }

    @Test
    void inspections_are_found_by_the_unit_they_inspect() {
        var inspections = LOG.settled().inspections();

        assertThat(inspections.all(CITY, Long.MAX_VALUE)).hasSize(1);
        assertThat(inspections.all(PROVINCE, Long.MAX_VALUE)).isEmpty();
        assertThat(inspections.one(new InspectionId(LIFE.award.value()), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void the_finding_stands_in_the_story_of_the_award() {
        var story = LOG.settled().history().of(LIFE.award);

        assertThat(story).anyMatch(l -> l.type().equals("inspection.InspectionFindingRecorded"));
    }
}
