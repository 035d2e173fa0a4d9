package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// What an office did before it draws up its papers: two nominations on a list and one not sent, a
/// decision of three lines, of which one is annulled, a title that was stripped, a decision of the
/// province, a case of exchange and one of first issue.
final class OfficeStory {
    static final String ACCENTED = "Đặng Thị Ngọc Ưỡng Mẫu 0001";
    static final String COLLECTIVE = "Tập thể Trường Tiểu học Mẫu 0002";
    static final String RESTRICTED = "Người Mẫu 0003";
    static final String JUDGMENT = "Bản án số 7/2024/HS-PT";
    static final String DAMAGED = "bằng bị nước lũ làm ố, nhòe chữ";

    final String city = unit(RunningSite.CITY);
    final String province = unit("UBND tỉnh Ninh Thuận");
    final String person = recipient("INDIVIDUAL", ACCENTED);
    final String collective = recipient("COLLECTIVE", COLLECTIVE);
    final String restricted = recipient("INDIVIDUAL", RESTRICTED);
    final String list = UUID.randomUUID().toString();
    final String waiting;
    final String decision = UUID.randomUUID().toString();
    final String standing = UUID.randomUUID().toString();
    final String annulled = UUID.randomUUID().toString();
    final String hidden = UUID.randomUUID().toString();
    final String stripped = UUID.randomUUID().toString();
    final String exchange = UUID.randomUUID().toString();
    final String incomplete = UUID.randomUUID().toString();
    final String item = UUID.randomUUID().toString();

    private static final class Holder {
        static final OfficeStory TOLD = new OfficeStory();
    }

    /// Once for all tests of a JVM.
    static OfficeStory told() {
        return Holder.TOLD;
    }

    private OfficeStory() {
        var one = nomination("BK_TINH", person, "INDIVIDUAL");
        var two = nomination("TT_LDXS", collective, "COLLECTIVE");
        waiting = nomination("BK_TINH", restricted, "INDIVIDUAL");
        clerk(
                "/submit-nomination-list",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-05-06", "81/TTr-UBND"),
                        "list",
                        list,
                        "from",
                        city,
                        "to",
                        province,
                        "nominations",
                        List.of(one, two)));
        decided();
        stripped();
        ofTheProvince();
        reissues();
        officer(
                "/restrict-processing",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-06-10", "12/ĐN"),
                        "recipient",
                        restricted,
                        "ground",
                        "SUBJECT_ASKS"));
        RecordingSite.installation().catchUp();
    }

    private void decided() {
        officer(
                "/record-decision",
                Map.of(
                        "origin",
                        origin("2024-05-20", "912/QĐ-UBND"),
                        "decision",
                        decision,
                        "authority",
                        city,
                        "lines",
                        List.of(
                                decided(standing, person, "INDIVIDUAL"),
                                decided(annulled, collective, "COLLECTIVE"),
                                decided(hidden, restricted, "INDIVIDUAL"))));
        officer(
                "/annul-award",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-06-03", "1001/QĐ-UBND"),
                        "authority",
                        city,
                        "award",
                        annulled,
                        "awardCode",
                        "GK_HUYEN",
                        "ground",
                        "GIAN_DOI_KE_KHAI"));
    }

    /// A title of the state, taken again after a judgment.
    private void stripped() {
        var president = unit("Chủ tịch nước");
        var title = "DH_BMVNAH";
        officer(
                "/record-decision",
                Map.of(
                        "origin",
                        origin("2024-03-04", "7701/QĐ-CTN"),
                        "decision",
                        UUID.randomUUID().toString(),
                        "authority",
                        president,
                        "lines",
                        List.of(
                                Map.of(
                                        "award",
                                        stripped,
                                        "mode",
                                        "TANG",
                                        "line",
                                        line(title, person, "INDIVIDUAL")))));
        officer(
                "/strip-honour",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-08-01", "7702/QĐ-CTN"),
                        "award",
                        stripped,
                        "awardCode",
                        title,
                        "ground",
                        "TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI",
                        "authority",
                        president,
                        "judgmentFinalOn",
                        "2024-07-01",
                        "judgment",
                        JUDGMENT));
    }

    /// In a half-year of which nobody else tells anything.
    private void ofTheProvince() {
        officer(
                "/record-decision",
                Map.of(
                        "origin",
                        origin("2021-05-20", "7703/QĐ-UBND"),
                        "decision",
                        UUID.randomUUID().toString(),
                        "authority",
                        province,
                        "lines",
                        Stream.of(
                                        line("BK_TINH", person, "INDIVIDUAL"),
                                        line("BK_TINH", collective, "COLLECTIVE"),
                                        line("CSTD_CAP_TINH", person, "INDIVIDUAL"))
                                .map(line ->
                                        Map.of(
                                                "award",
                                                UUID.randomUUID().toString(),
                                                "mode",
                                                "TANG",
                                                "line",
                                                line))
                                .toList()));
    }

    private void reissues() {
        officer(
                "/issue-artifact",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-05-28", "03/BB"),
                        "artifact",
                        item,
                        "award",
                        standing,
                        "awardCode",
                        "GK_HUYEN",
                        "kind",
                        "GIAY_KHEN",
                        "goldenBook",
                        "0915"));
        officer(
                "/hand-in-artifact",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-06-04", "05/BN"),
                        "artifact",
                        item,
                        "award",
                        standing,
                        "awardCode",
                        "GK_HUYEN",
                        "receivedBy",
                        city));
        var requested = new HashMap<String, Object>(request(exchange, person, "EXCHANGE"));
        requested.put(
                "application",
                Map.of(
                        "applicant",
                        Map.of("relation", "SELF", "noDispute", true),
                        "ground",
                        DAMAGED,
                        "further",
                        List.of()));
        @SuppressWarnings("unchecked")
        var subject = new HashMap<>((Map<String, Object>) requested.get("subject"));
        subject.put("award", standing);
        subject.put("artifact", item);
        requested.put("subject", subject);
        clerk("/request-reissue", requested);
        var first = new HashMap<String, Object>(request(incomplete, restricted, "FIRST_ISSUE"));
        @SuppressWarnings("unchecked")
        var never = new HashMap<>((Map<String, Object>) first.get("subject"));
        never.put("award", hidden);
        never.put("reading", "CHUA_TUNG_NHAN");
        first.put("subject", never);
        clerk("/request-reissue", first);
    }

    private static String unit(String authority) {
        RecordingSite.url();
        return RecordingSite.installation()
                .projections()
                .register()
                .unitsByAuthorityName(authority)
                .getFirst()
                .id()
                .toString();
    }

    private static Map<String, Object> origin(String day, String number) {
        return Map.of(
                "effectiveOn",
                day,
                "document",
                Map.of(
                        "number",
                        number,
                        "date",
                        day,
                        "authority",
                        RunningSite.CITY,
                        "signer",
                        "CHỦ TỊCH Người Ký Mẫu"));
    }

    private static String recipient(String kind, String name) {
        var body =
                Map.of(
                        "origin",
                        RecordingSite.on("2024-01-02", "01/DS"),
                        "recipient",
                        Map.of(
                                "kind",
                                kind,
                                "name",
                                name,
                                "birth",
                                "1950",
                                "residence",
                                "phường Mẫu, thành phố Mẫu"));
        var answer = clerk("/register-recipient", body);
        return RecordingSite.json(answer).get("ids").get("/recipient/recipient").asString();
    }

    private Map<String, Object> line(String award, String recipient, String kind) {
        return Map.of(
                "award",
                award,
                "rank",
                "NONE",
                "recipient",
                recipient,
                "recipientKind",
                kind,
                "commendationType",
                "CONG_TRANG",
                "recipientUnit",
                city);
    }

    private String nomination(String award, String recipient, String kind) {
        var id = UUID.randomUUID().toString();
        clerk(
                "/file-nomination",
                Map.of(
                        "origin",
                        RecordingSite.on("2024-04-02", "15/BB"),
                        "nomination",
                        id,
                        "proposingUnit",
                        city,
                        "line",
                        line(award, recipient, kind)));
        return id;
    }

    private Map<String, Object> decided(String award, String recipient, String kind) {
        return Map.of("award", award, "mode", "TANG", "line", line("GK_HUYEN", recipient, kind));
    }

    private Map<String, Object> request(String id, String recipient, String kind) {
        return Map.of(
                "origin",
                RecordingSite.on("2024-06-05", "07/Đ"),
                "receivedBy",
                city,
                "reissueCase",
                id,
                "subject",
                Map.of(
                        "kind",
                        kind,
                        "awardCode",
                        "GK_HUYEN",
                        "commendationType",
                        "CONG_TRANG",
                        "recipient",
                        recipient,
                        "recipientKind",
                        "INDIVIDUAL",
                        "artifactKind",
                        "GIAY_KHEN"));
    }

    private static java.net.http.HttpResponse<String> clerk(String command, Object body) {
        return post(RecordingSite.clerk(), command, body);
    }

    private static void officer(String command, Object body) {
        post(RecordingSite.officer(), command, body);
    }

    private static java.net.http.HttpResponse<String> post(
            String who, String command, Object body) {
        var answer =
                RecordingSite.post(
                        who, command, UUID.randomUUID(), body, "Prefer", "wait=position");
        assertThat(answer.statusCode()).as(command + " " + answer.body()).isIn(200, 201);
        return answer;
    }
}
