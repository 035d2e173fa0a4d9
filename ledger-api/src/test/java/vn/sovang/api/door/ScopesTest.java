package vn.sovang.api.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessQuestion;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.text.Failure;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// What an office sees of a register that holds the papers of one city.
class ScopesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The province of 2025, into which the city's wards came.
    private static final UnitId KHANH_HOA =
            new UnitId(UUID.fromString("f412b737-28e4-46b9-9037-16c9f10d2adc"));

    private static String key(String user, Role role, UnitId unit) {
        return RunningSite.accounts().key(user, List.of(role), unit);
    }

    private static int status(String path, String key) {
        return RunningSite.anonymous("GET", path, "Authorization", key).statusCode();
    }

    private static JsonNode json(String path, String key) {
        return JSON.readTree(RunningSite.anonymous("GET", path, "Authorization", key).body());
    }

    private static JsonNode award() {
        return RunningSite.json("/api/v1/awards?authority=" + CITY.value() + "&limit=1")
                .get("items")
                .get(0);
    }

    @Test
    void an_office_opens_what_it_has_to_do_with_and_nothing_else() {
        var award = award();
        var stranger = key("u-ministry", Role.CLERK, MINISTRY);
        var city = key("u-city", Role.CLERK, CITY);
        var province = key("u-province", Role.CLERK, PROVINCE);
        var recipient = award.get("recipient").asString();
        var decision = award.get("decision").asString();
        for (var path :
                List.of(
                        "/api/v1/awards/" + award.get("id").asString(),
                        "/api/v1/awards/" + award.get("id").asString() + "/history",
                        "/khen-thuong/" + award.get("id").asString(),
                        "/api/v1/decisions/" + decision,
                        "/api/v1/recipients/" + recipient,
                        "/api/v1/evidence?award=" + award.get("id").asString())) {
            assertThat(status(path, stranger)).as(path).isEqualTo(403);
            assertThat(status(path, city)).as(path).isEqualTo(200);
            assertThat(status(path, province)).as("above the city: " + path).isEqualTo(200);
        }
        var body =
                RunningSite.anonymous(
                                "GET", "/api/v1/decisions/" + decision, "Authorization", stranger)
                        .body();
        assertThat(body).contains("UNIT_OUT_OF_SCOPE");
        assertThat(status("/api/v1/awards/" + UUID.randomUUID(), stranger)).isEqualTo(404);
        var log = RunningSite.installation().ledger().access();
        var refused = AccessQuestion.ALL.by("u-ministry").of("Refused");
        await().atMost(20, SECONDS).until(() -> !log.find(refused).lines().isEmpty());
        assertThat(log.find(refused).lines().getFirst().what())
                .isEqualTo(
                        new Refused(
                                "UNIT_OUT_OF_SCOPE",
                                "GET /api/v1/awards/{id}",
                                List.of(UUID.fromString(award.get("id").asString()))));
    }

    @Test
    void the_province_that_the_wards_came_to_reads_the_citys_papers() {
        var heir = key("u-khanh-hoa", Role.CLERK, KHANH_HOA);
        assertThat(status("/api/v1/awards/" + award().get("id").asString(), heir)).isEqualTo(200);
    }

    @Test
    void lists_hold_what_the_reader_may_open() {
        var stranger = key("u-ministry-2", Role.CLERK, MINISTRY);
        var city = key("u-city-2", Role.CLERK, CITY);
        var all = RunningSite.json("/api/v1/awards?limit=500").get("items");
        var ofCity = json("/api/v1/awards?limit=500", city).get("items");
        var ofStranger = json("/api/v1/awards?limit=500", stranger).get("items");
        assertThat(ofCity).isNotEmpty();
        assertThat(ofStranger.size()).isLessThan(all.size());
        for (var row : ofStranger) {
            assertThat(status("/api/v1/awards/" + row.get("id").asString(), stranger))
                    .isEqualTo(200);
        }
        assertThat(RunningSite.json("/api/v1/clocks?day=2024-06-30").get("items")).isNotEmpty();
        for (var step : json("/api/v1/clocks?day=2024-06-30", stranger).get("items")) {
            assertThat(
                            step.get("unit").isNull()
                                    || step.get("unit")
                                            .get("id")
                                            .asString()
                                            .equals(MINISTRY.toString()))
                    .as(step.toString())
                    .isTrue();
        }
        var found = "/api/v1/search?q=ca+nhan&kind=RECIPIENT";
        assertThat(json(found, city).get("groups").get(0).get("hits")).isNotEmpty();
        for (var group : json(found, stranger).get("groups")) {
            for (var hit : group.get("hits")) {
                assertThat(status("/api/v1/recipients/" + hit.get("id").asString(), stranger))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void an_inspector_reads_every_unit_and_acts_for_none_but_his_own() {
        var inspector = key("u-inspector", Role.INSPECTOR, MINISTRY);
        assertThat(status("/api/v1/awards/" + award().get("id").asString(), inspector))
                .isEqualTo(200);
        var scope = new Scope(Set.of(MINISTRY), null);
        assertThat(scope.sees(CITY)).isTrue();
        assertThat(scope.mayActFor(MINISTRY)).isTrue();
        assertThatThrownBy(() -> scope.require(CITY)).isInstanceOf(Failure.class);
    }

    private static UnitRow unit(String id, String parent, String... successors) {
        return new UnitRow(
                id(id),
                id,
                id,
                UnitLevel.XA,
                parent.isEmpty() ? null : id(parent),
                null,
                null,
                null,
                List.of(successors).stream().map(ScopesTest::id).toList(),
                true,
                1);
    }

    private static UnitId id(String name) {
        return new UnitId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    }

    @Test
    void below_and_before_and_so_on_but_never_above_and_never_after() {
        var rows =
                List.of(
                        unit("province", ""),
                        unit("old district", "province", "ward a", "ward b"),
                        unit("old ward", "old district", "ward a"),
                        unit("older ward", "old district", "old ward"),
                        unit("ward a", "province"),
                        unit("ward b", "province"),
                        unit("in a circle", "", "in a circle"));
        assertThat(Scopes.belonging(id("ward a"), rows))
                .containsExactlyInAnyOrder(
                        id("ward a"), id("old ward"), id("older ward"), id("old district"));
        assertThat(Scopes.belonging(id("ward b"), rows))
                .as("a divided unit is each part's, with all below it")
                .containsExactlyInAnyOrder(
                        id("ward b"), id("old district"), id("old ward"), id("older ward"));
        assertThat(Scopes.belonging(id("old ward"), rows))
                .containsExactlyInAnyOrder(id("old ward"), id("older ward"));
        assertThat(Scopes.belonging(id("province"), rows)).hasSize(6);
        assertThat(Scopes.belonging(id("in a circle"), rows)).hasSize(1);
        assertThat(Scopes.belonging(PHUOC_MY, List.of())).containsExactly(PHUOC_MY);
    }

    @Test
    void a_user_of_no_unit_belongs_to_the_office_that_keeps_the_register() {
        var scope = new Scope(null, null);
        assertThat(scope.limit()).isEmpty();
        assertThat(scope.mayActFor(CITY)).isTrue();
        assertThat(new Scope(Set.of(CITY), Set.of(CITY)).sees((UnitId) null)).isTrue();
    }
}
