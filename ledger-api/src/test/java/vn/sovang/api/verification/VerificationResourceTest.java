package vn.sovang.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.RestrictProcessing;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.VerificationCode;

/// What strangers are told about certificates, over HTTP. The people are nobody.
class VerificationResourceTest {
    private static final String API = "/api/v1/verification/";
    private static final String UNKNOWN = VerificationCode.of(new byte[12]).toString();

    private final Visitor visitor = new Visitor("127.0.0.41");

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RecordingSite.json(answer);
    }

    @Test
    void a_certificate_is_told_as_it_is_printed_and_nobody_is_named() {
        var certificate = Certificate.issued("Người nhận Bốn Một");
        var answer = visitor.get(API + certificate.code());

        var told = json(answer);
        assertThat(told.get("standing").asString()).isEqualTo("VALID");
        assertThat(told.get("code").asString()).isEqualTo(certificate.code());
        assertThat(told.get("award").get("name").asString()).contains("Giấy khen");
        assertThat(told.get("award").get("decisionNumber").asString())
                .startsWith(Certificate.NUMBER);
        assertThat(told.get("award").get("decidedOn").asString()).isEqualTo("2012-03-01");
        assertThat(told.get("award").get("authority").asString()).isEqualTo(RunningSite.CITY);
        assertThat(told.get("item").get("serial").asString()).isEqualTo(Certificate.SERIAL);
        assertThat(told.get("item").get("goldenBook").asString()).isEqualTo(Certificate.BOOK);
        assertThat(told.get("asOf").get("position").asLong()).isPositive();
        assertThat(told.get("reconstructed").asBoolean()).isFalse();
        assertThat(answer.body()).doesNotContain(certificate.secrets());
        var page = visitor.get("/xac-minh/" + certificate.code());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Có giá trị", Certificate.SERIAL, "01/03/2012", "Theo sổ ghi đến")
                .doesNotContain(certificate.secrets());
    }

    @Test
    void what_becomes_of_it_is_told_by_the_same_code() {
        var certificate = Certificate.issued("Người nhận Bốn Hai");
        var code = certificate.code();
        certificate.lost("2013-05-06");

        var told = json(visitor.get(API + code));
        assertThat(told.get("standing").asString()).isEqualTo("LOST");
        assertThat(told.get("since").asString()).isEqualTo("2013-05-06");
        assertThat(certificate.code()).isEqualTo(code);
        assertThat(visitor.get("/xac-minh/" + code).body()).contains("Đã báo mất", "06/05/2013");
    }

    @Test
    void an_award_bears_a_code_until_its_item_does_and_the_code_goes_on() {
        var certificate = Certificate.decided("Người nhận Bốn Ba");
        var path = "/api/v1/awards/" + certificate.award().value() + "/verification-code";
        var code = RecordingSite.json(RecordingSite.get(path)).get("code").asString();

        var told = json(visitor.get(API + code));
        assertThat(told.get("standing").asString()).isEqualTo("VALID");
        assertThat(told.has("item") && !told.get("item").isNull()).isFalse();

        var issued = Certificate.issued("Người nhận Bốn Bốn");
        var of = "/api/v1/awards/" + issued.award().value() + "/verification-code";
        var none = RecordingSite.get(of);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("VERIFICATION_CODE_NONE");
    }

    @Test
    void a_slip_is_told_from_a_code_that_nobody_issued() {
        var unknown = visitor.get(API + UNKNOWN);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("VERIFICATION_CODE_UNKNOWN");
        var slip = visitor.get(API + UNKNOWN.replaceFirst("^0", "1"));
        assertThat(slip.statusCode()).isEqualTo(400);
        assertThat(slip.body()).contains("VERIFICATION_CODE_MISTYPED");

        var page = visitor.get("/xac-minh?ma=" + UNKNOWN);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("chưa từng được sổ này cấp").contains("id=\"ma\"");
        var typed = visitor.get("/xac-minh?ma=%3Cscript%3E&lang=en");
        assertThat(typed.statusCode()).isEqualTo(400);
        assertThat(typed.body()).contains("not typed as a code").doesNotContain("<script>");
    }

    @Test
    void whoever_types_the_name_is_told_whether_it_agrees_and_that_is_on_record() {
        var certificate = Certificate.issued("Người Nhận Bốn Năm");
        var code = certificate.code();

        assertThat(visitor.name(code, "ông người nhận bốn năm").body())
                .contains("Họ tên khớp với sổ")
                .doesNotContain(certificate.name());
        assertThat(visitor.name(code, "Nguoi Nhan Bon Nam").body()).contains("khác dấu");
        assertThat(visitor.name(code, "Người Nhận Khác").body())
                .contains("Họ tên không khớp")
                .doesNotContain("Người Nhận Khác");
        assertThat(visitor.name(code, " ").body()).doesNotContain("id=\"name-answer\"");
        assertThat(visitor.name(code, "x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(visitor.name(UNKNOWN, "Người Nhận Bốn Năm").statusCode()).isEqualTo(404);

        var entries =
                RecordingSite.get("/api/v1/access?subject=" + certificate.award().value()).body();
        assertThat(entries)
                .contains("POST /xac-minh/{code}", "ho-ten")
                .doesNotContain("Người", code);
    }

    @Test
    void nothing_is_said_about_the_name_of_somebody_restricted_or_erased() {
        var restricted = Certificate.issued("Người Nhận Bốn Sáu");
        Certificate.record(
                "2026-01-06",
                "2/QĐ",
                o ->
                        new RestrictProcessing(
                                o, restricted.recipient(), RestrictionGround.SUBJECT_ASKS));
        var erased = Certificate.issued("Người Nhận Bốn Bảy");
        Certificate.record(
                "2026-01-05",
                "3/QĐ",
                o ->
                        new EraseIdentity(
                                o,
                                erased.recipient(),
                                new SubjectId(erased.recipient().value()),
                                ErasureGround.RETENTION_ENDED,
                                "binh"));

        for (var certificate : new Certificate[] {restricted, erased}) {
            var code = certificate.code();
            assertThat(json(visitor.get(API + code)).get("standing").asString()).isEqualTo("VALID");
            for (var name : new String[] {certificate.name(), "Người Khác"}) {
                assertThat(visitor.name(code, name).body())
                        .contains("Sổ không trả lời về họ tên")
                        .doesNotContain("Họ tên khớp", "Họ tên không khớp");
            }
        }
    }

    @Test
    void answers_are_kept_by_no_cache_and_no_search_engine_and_make_no_session() {
        var code = Certificate.issued("Người nhận Bốn Tám").code();
        for (var path :
                new String[] {
                    "/xac-minh",
                    "/xac-minh/" + code,
                    "/xac-minh/" + UNKNOWN,
                    API + code,
                    API + UNKNOWN,
                    API + "x"
                }) {
            var headers = visitor.get(path).headers();
            assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(headers.firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'");
            assertThat(headers.firstValue("ETag")).isEmpty();
            assertThat(headers.allValues("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(visitor.name(code, "Ai Đó").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void who_asks_too_often_waits_and_nobody_else_does() {
        var hasty = new Visitor("127.0.0.42");
        var code = Certificate.issued("Người nhận Bốn Chín").code();
        HttpResponse<String> answer = hasty.get(API + code);
        int asked = 1;
        while (answer.statusCode() == 200 && asked < 500) {
            answer = hasty.get(API + code);
            asked++;
        }
        assertThat(asked).isGreaterThan(60);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("VERIFICATION_TOO_OFTEN", "\"status\":429");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(visitor.get(API + code).statusCode()).isEqualTo(200);
        assertThat(hasty.get("/xac-minh").statusCode()).as("the form itself").isEqualTo(200);
    }

    @Test
    void no_code_is_a_fault_of_ours() {
        var random = new Random(20261127);
        for (int i = 0; i < 120; i++) {
            var curious = new Visitor("127.0.1." + (1 + i / 40));
            var text = new StringBuilder();
            random.ints(1 + random.nextInt(30), 1, 256)
                    .forEach(c -> text.append("%%%02X".formatted(c)));
            var answer = curious.get((i % 2 == 0 ? API : "/xac-minh/") + text);
            assertThat(answer.statusCode()).as(text.toString()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void codes_to_print_are_for_whoever_may_find_the_record() {
        var path = "/api/v1/artifacts/%s/verification-code";
        assertThat(
                        RunningSite.as(Role.ADMINISTRATOR, "GET", path.formatted(UUID.randomUUID()))
                                .statusCode())
                .isEqualTo(403);
        assertThat(RunningSite.as(Role.CLERK, "GET", path.formatted(UUID.randomUUID())).body())
                .contains("VERIFICATION_CODE_NONE");
        assertThat(RecordingSite.get(path.formatted("x")).body()).contains("ID_MALFORMED");
    }

    @Test
    void what_was_made_up_from_a_report_says_so_here_too() {
        var award = RunningSite.json("/api/v1/awards?limit=1").get("items").get(0).get("id");
        var printed = RunningSite.json("/api/v1/awards/" + award.asString() + "/verification-code");
        var code = printed.get("code").asString();

        assertThat(printed.get("address").asString()).endsWith("/xac-minh/" + code);
        assertThat(RunningSite.json(API + code).get("reconstructed").asBoolean()).isTrue();
        assertThat(RunningSite.get("/xac-minh/" + code).body()).contains("Số liệu phục dựng");
    }
}
