package vn.sovang.api.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.UnitId;

/// An inspector reads what he was sent to look at, while he is.
class MandateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), Origin.VIETNAM);
    }

    private static Mandate over(LocalDate from, LocalDate until, UnitId... units) {
        return new Mandate("15/QĐ-TTr", Set.of(units), from, until);
    }

    private static Mandate now(UnitId... units) {
        return over(today(), today().plusDays(1), units);
    }

    /// The key of an inspector with this mandate.
    private static String sent(String user, Mandate mandate) {
        var key = RunningSite.accounts().key(user, List.of(Role.INSPECTOR), null);
        RunningSite.installation().accounts().mandate(user, mandate);
        return key;
    }

    private static int status(String path, String key) {
        return RunningSite.anonymous("GET", path, "Authorization", key).statusCode();
    }

    private static int listed(String key) {
        var body =
                RunningSite.anonymous("GET", "/api/v1/awards?limit=500", "Authorization", key)
                        .body();
        return JSON.readTree(body).get("items").size();
    }

    private static String ofTheCity() {
        var awards = RunningSite.json("/api/v1/awards?authority=" + CITY.value() + "&limit=1");
        return "/api/v1/awards/" + awards.get("items").get(0).get("id").asString();
    }

    @Test
    void he_reads_these_units_with_those_below_and_no_others() {
        var city = ofTheCity();
        var everything = listed(RunningSite.accounts().key(Role.INSPECTOR));
        var ministry = sent("m-ministry", now(MINISTRY));

        assertThat(status(city, sent("m-city", now(CITY)))).isEqualTo(200);
        assertThat(status(city, sent("m-province", now(PROVINCE)))).isEqualTo(200);
        assertThat(status(city, sent("m-all", now()))).isEqualTo(200);
        assertThat(status(city, ministry)).isEqualTo(403);
        assertThat(status(city + "/history", ministry)).isEqualTo(403);
        for (var uncut : List.of("/api/v1/events?limit=1", "/api/v1/awards/comparison?from=0")) {
            assertThat(status(uncut, ministry)).as(uncut).isEqualTo(403);
            assertThat(status(uncut, RunningSite.accounts().key(Role.INSPECTOR))).isEqualTo(200);
        }
        assertThat(listed(ministry)).isLessThan(everything);
        assertThat(listed(sent("m-all-2", now()))).isEqualTo(everything);
    }

    @Test
    void before_its_first_day_and_after_its_last_he_is_no_inspector() {
        var city = ofTheCity();
        var over = sent("m-over", over(today().minusDays(9), today().minusDays(1), CITY));
        var soon = sent("m-soon", over(today().plusDays(1), today().plusDays(9), CITY));
        var lastDay = sent("m-last", over(today().minusDays(9), today(), CITY));

        for (var path : List.of(city, "/api/v1/awards", "/api/v1/access", "/thong-ke")) {
            assertThat(status(path, over)).as(path).isEqualTo(403);
            assertThat(status(path, soon)).as(path).isEqualTo(403);
            assertThat(status(path, lastDay)).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_mandate_is_lifted_and_needs_an_inspector_and_a_decision() {
        var accounts = RunningSite.installation().accounts();
        var city = ofTheCity();
        var key = sent("m-lifted", now(MINISTRY));
        assertThat(status(city, key)).isEqualTo(403);
        accounts.mandate("m-lifted", null);
        assertThat(status(city, key)).isEqualTo(200);

        RunningSite.accounts().key("m-clerk", List.of(Role.CLERK), null);
        assertThatThrownBy(() -> accounts.mandate("m-clerk", now(CITY)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        no -> assertThat(no.code()).isEqualTo(FailureCode.MANDATE_OF_NO_INSPECTOR));
        assertThatThrownBy(() -> new Mandate(" ", Set.of(), today(), today()))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> over(today(), today().minusDays(1))).isInstanceOf(Failure.class);
    }

    @Test
    void beside_it_he_reads_what_his_office_does_and_after_it_only_that() {
        var roles = List.of(Role.INSPECTOR, Role.CLERK);
        var city = ofTheCity();
        var accounts = RunningSite.installation().accounts();
        var keeper = RunningSite.accounts().key("m-keeper", roles, null);
        var elsewhere = RunningSite.accounts().key("m-elsewhere", roles, MINISTRY);
        accounts.mandate("m-keeper", over(today().minusDays(2), today().minusDays(1), CITY));
        accounts.mandate("m-elsewhere", now(CITY));

        assertThat(status(city, keeper)).as("the register's own office").isEqualTo(200);
        assertThat(status(city, elsewhere)).isEqualTo(200);
        accounts.mandate("m-elsewhere", over(today().minusDays(2), today().minusDays(1), CITY));
        assertThat(status(city, elsewhere)).isEqualTo(403);
    }

    @Test
    void other_roles_are_held_on_beside_it() {
        var roles = Set.of(Role.INSPECTOR, Role.CLERK);
        var ended = over(today().minusDays(2), today().minusDays(1), CITY);
        var somebody = new Identity("u", roles, null, 1, false, ended);

        assertThat(somebody.on(today()).roles()).containsExactly(Role.CLERK);
        assertThat(somebody.on(today().minusDays(1)).roles()).isEqualTo(roles);
    }
}
