package vn.sovang.api.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.RegisterLists.DecisionFilter;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;

/// The page of every kind of thing, as a browser gets it.
class ThingPagesTest {
    private static final Projections PROJECTIONS = RunningSite.installation().projections();

    private static Id one(Things things) {
        RunningSite.url();
        var register = PROJECTIONS.register();
        var award = register.awards(AwardFilter.ALL, null, 1).rows().getFirst();
        return switch (things) {
            case AWARDS -> award.id();
            case DECISIONS -> award.decision();
            case RECIPIENTS -> award.line().recipient();
            case UNITS -> award.authority();
            case NOMINATIONS ->
                    register.lists()
                            .nominations(NominationFilter.ALL, null, 1)
                            .rows()
                            .getFirst()
                            .id();
            case REISSUE_CASES ->
                    register.lists().reissueCases(CaseFilter.ALL, null, 1).rows().getFirst().id();
            case ARTIFACTS -> throw new IllegalArgumentException("the fixture has no items");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "AWARDS, Loại hình khen thưởng|Hình thức trao",
        "DECISIONS, Cơ quan quyết định|Các dòng khen thưởng",
        "RECIPIENTS, Danh tính được niêm phong|Các dòng khen thưởng",
        "UNITS, Tên cơ quan quyết định|Cấp",
        "NOMINATIONS, Đơn vị đề nghị|Đối tượng",
        "REISSUE_CASES, Cơ quan tiếp nhận|Danh hiệu, hình thức"
    })
    void a_thing_tells_its_facts_and_its_history(Things things, String words) {
        var page = RunningSite.get(things.page(one(things)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(List.of(words.split("\\|")))
                .contains("Diễn biến", "Ghi sổ lúc");
        assertThat(page.body()).doesNotContain("??", "field.", "value.", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "khen-thuong",
                "hien-vat",
                "quyet-dinh",
                "doi-tuong",
                "don-vi",
                "de-nghi",
                "cap-doi-cap-lai"
            })
    void what_the_register_does_not_know_is_not_found(String folder) {
        for (var path : new String[] {"", "/so-sanh"}) {
            var unknown = "/" + folder + "/" + UUID.randomUUID() + path;
            var page = RunningSite.get(unknown, "Accept", "text/html");
            assertThat(page.statusCode()).as(unknown).isEqualTo(404);
            var malformed = RunningSite.get("/" + folder + "/x" + path, "Accept", "text/html");
            assertThat(malformed.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_thing_is_unknown_before_its_first_event_and_the_comparison_names_that_event() {
        var id = one(Things.DECISIONS);
        var row = PROJECTIONS.register().decision((DecisionId) id).orElseThrow();
        var page = Things.DECISIONS.page(id);

        assertThat(RunningSite.get(page + "?so-ghi-den=" + (row.knownAt() - 1)).statusCode())
                .isEqualTo(404);
        assertThat(RunningSite.get(page + "?so-ghi-den=" + row.knownAt()).statusCode())
                .isEqualTo(200);
        var compared = RunningSite.get(page + "/so-sanh?tu=" + (row.knownAt() - 1)).body();
        assertThat(compared)
                .contains("mới có sau đó", "Số dòng", row.number())
                .contains("/api/v1/log/events/" + row.position() + "/proof");
        assertThat(RunningSite.get(page + "/so-sanh?tu=" + row.knownAt()).body())
                .contains("Không có gì khác");
    }

    @Test
    void the_lines_of_a_decision_are_read_page_by_page_at_one_moment() {
        var decision =
                PROJECTIONS
                        .register()
                        .lists()
                        .decisions(DecisionFilter.ALL, null, 500)
                        .rows()
                        .stream()
                        .filter(row -> row.lines() > 50)
                        .findFirst()
                        .orElseThrow();
        var first = RunningSite.get("/quyet-dinh/" + decision.id()).body();
        var next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");

        assertThat(next).startsWith("/quyet-dinh/" + decision.id() + "?sau=");
        var second = RunningSite.get(next.replace("&amp;", "&"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("Theo sổ ghi đến").doesNotContain("Chưa có diễn biến");
    }

    @Test
    void lists_of_decisions_and_units_refuse_what_cannot_be_read() {
        for (var bad :
                List.of("/quyet-dinh?co-quan=x", "/quyet-dinh?sau=x", "/don-vi?so-ghi-den=x")) {
            var page = RunningSite.get(bad);
            assertThat(page.statusCode()).as(bad).isEqualTo(200);
            assertThat(page.body()).contains("role=\"alert\"", "id=\"so-ghi-den\"");
        }
        assertThat(RunningSite.get("/don-vi").body()).contains(RunningSite.CITY);
        var number = "so=" + "9".repeat(90);
        assertThat(RunningSite.get("/quyet-dinh?" + number).body())
                .contains("Không có quyết định nào như vậy");
    }
}
