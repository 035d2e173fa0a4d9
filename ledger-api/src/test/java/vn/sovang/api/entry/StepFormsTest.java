package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Counter;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// Every form of every step but those of units ([UnitFormsTest]), and the forms that begin things,
/// from the page to the fact: each comes back as it was typed when a day is none, and asks for the
/// tick where an act cannot be undone.
class StepFormsTest {
    private static final String CITY = RunningSite.CITY;
    private static final String WARD = "UBND phường Phước Mỹ";
    private static final String PRESIDENT = "Chủ tịch nước";

    private static RecordingSite.Opened service;
    private static Counter counter;
    private static final Set<Step> DRIVEN = EnumSet.noneOf(Step.class);

    @BeforeAll
    static void open() {
        service = RecordingSite.open("steps");
        counter = new Counter(service);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    /// @param form `name=value` with ` | ` between
    private static String step(Role role, Step step, String thing, String fact, String form) {
        DRIVEN.add(step);
        var id = UUID.fromString(thing.substring(thing.lastIndexOf('/') + 1));
        assertThat(counter.page(role, thing))
                .as(step + " is offered to " + role)
                .contains("href=\"" + step.address(id) + "\"");
        return records(role, step.address(id), fact, form);
    }

    private static String records(Role role, String path, String fact, String form) {
        var named =
                form.replace("$CITY", CITY).replace("$WARD", WARD).replace("$PRESIDENT", PRESIDENT);
        return counter.records(role, path, fact, named);
    }

    /// With a paper, as most forms want it.
    private static String paper(String number, String form) {
        return form + " | so=" + number + " | co-quan-van-ban=$CITY";
    }

    private static String recipient(String name) {
        return records(
                Role.CLERK,
                "/doi-tuong/moi",
                "RecipientRegistered",
                "ngay=2/1/2024 | loai-doi-tuong=INDIVIDUAL | ho-ten-moi="
                        + name
                        + " | nam-sinh=1960");
    }

    private static String nomination(String recipient) {
        return records(
                Role.CLERK,
                "/de-nghi/moi",
                "NominationFiled",
                "ngay=1/2/2024 | doi-tuong="
                        + recipient
                        + " | loai-doi-tuong=INDIVIDUAL | danh-hieu=GK_HUYEN | hang=NONE"
                        + " | loai-hinh=CONG_TRANG | don-vi-de-nghi=$WARD");
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    @Test
    void every_step_is_taken_from_its_page_to_its_fact() {
        var first = recipient("Cá nhân 7501");
        var award = decided(first);
        var item = item(award);
        exchanged(award, item);
        refusedAndReturned();
        annulled(award, item);
        corrected();
        state();
        recipients();
        var all = EnumSet.allOf(Step.class);
        all.removeIf(step -> step.folder().equals(Step.UNITS));
        assertThat(DRIVEN).as("every step was driven").isEqualTo(all);
    }

    private static String decided(String recipient) {
        var one = nomination(recipient);
        var two = nomination(recipient("Cá nhân 7502"));
        var three = nomination(recipient("Cá nhân 7503"));
        step(
                Role.CLERK,
                Step.WITHDRAW,
                two,
                "NominationWithdrawn",
                "ngay=2/2/2024 | ly-do-rut=Nhập hai lần");
        records(
                Role.CLERK,
                "/de-nghi/danh-sach",
                "NominationListSubmitted",
                paper(
                        "7/TTr-UBND",
                        "ngay=5/2/2024 | don-vi=$WARD | cap-tren=$CITY | de-nghi="
                                + id(one)
                                + " | de-nghi="
                                + id(three)));
        returnedAndReceived(one);
        heard(one);
        judged(one, three);
        var decision =
                records(
                        Role.DECISION_RECORDER,
                        "/quyet-dinh/moi",
                        "AwardDecided",
                        "ngay-ky=1/3/2024 | so=7501/QĐ-UBND | co-quan=$CITY"
                                + " | nguoi-ky=CHỦ TỊCH | hinh-thuc=TANG | de-nghi="
                                + id(one));
        step(
                Role.DECISION_RECORDER,
                Step.CORRECT,
                decision,
                "DecisionCorrected",
                paper(
                        "7502/QĐ-UBND",
                        "ngay=4/3/2024 | vi-sao-sua=DINH_CHINH | dieu-sua=NGUOI_KY"
                                + " | da-ghi=CHỦ TỊCH | sua-thanh=KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"));
        return counter.linked(Role.CLERK, decision, "khen-thuong");
    }

    private static void returnedAndReceived(String one) {
        step(
                Role.REVIEWER,
                Step.RETURN_DOSSIER,
                one,
                "DossierReturnedForCompletion",
                "ngay=6/2/2024 | don-vi=$CITY | giay-to-thieu=BIEN_BAN");
        step(
                Role.CLERK,
                Step.COMPLETE_DOSSIER,
                one,
                "DossierCompleted",
                "ngay=8/2/2024 | giay-to-bo-sung=BIEN_BAN");
        step(
                Role.REVIEWER,
                Step.RECEIVE,
                one,
                "DossierReceived",
                "ngay=10/2/2024 | noi-nhan=$CITY | thu-tuc=THUONG" + " | che-do=06/2022/QH15");
    }

    private static void heard(String one) {
        var body = "Công an thành phố";
        step(
                Role.REVIEWER,
                Step.ASK_OPINION,
                one,
                "OpinionRequested",
                "ngay=11/2/2024 | noi-hoi=" + body + " | han-tra-loi=20/2/2024");
        step(
                Role.REVIEWER,
                Step.OPINION,
                one,
                "OpinionReceived",
                "ngay=12/2/2024 | noi-hoi="
                        + body
                        + " | tra-loi=DONG_Y | noi-dung=Không có ý kiến khác");
        step(
                Role.REVIEWER,
                Step.PUBLISH,
                one,
                "ListPublished",
                "ngay=13/2/2024 | phuong-tien=Cổng thông tin điện tử"
                        + " | cong-khai-den=19/2/2024");
        step(
                Role.REVIEWER,
                Step.OBJECTION,
                one,
                "ObjectionReceived",
                "ngay=14/2/2024 | noi-dung=Đề nghị xem lại thành tích");
        step(
                Role.REVIEWER,
                Step.RESOLVE,
                one,
                "ObjectionResolved",
                "ngay=15/2/2024 | phan-anh-so=1 | ket-qua-phan-anh=KHONG_CO_CO_SO");
    }

    private static void judged(String one, String three) {
        step(
                Role.REVIEWER,
                Step.APPRAISE,
                one,
                "AppraisalConcluded",
                "ngay=20/2/2024 | don-vi=$CITY | ket-qua=DAT"
                        + " | y-kien=Đủ điều kiện | sang-kien=1");
        step(
                Role.COUNCIL_SECRETARY,
                Step.VOTE,
                one,
                "CouncilVoted",
                paper(
                        "9/BB",
                        "ngay=25/2/2024 | hoi-dong=$CITY | thanh-vien=9 | co-mat=8 | dong-y=8"));
        step(
                Role.REVIEWER,
                Step.REJECT,
                three,
                "NominationRejected",
                "ngay=21/2/2024 | don-vi=$CITY | ly-do-khong-dat=KHONG_BO_SUNG"
                        + " | ghi-chu=Quá hạn bổ sung");
    }

    private static String item(String award) {
        step(
                Role.CUSTODIAN,
                Step.ISSUE,
                award,
                "ArtifactIssued",
                "ngay=10/3/2024 | loai-hien-vat=GIAY_KHEN | so-hieu=GK-7501");
        step(
                Role.CLERK,
                Step.PRESENT,
                award,
                "AwardPresented",
                "ngay=12/3/2024 | noi-trao=Hội trường thành phố" + " | ai-nhan=NGUOI_DUOC_KHEN");
        step(
                Role.CLERK,
                Step.PAY,
                award,
                "PrizePaid",
                "ngay=13/3/2024 | so-tien=540000 | he-so=0,3"
                        + " | luong-co-so=1800000 | nguon=Quỹ thi đua, khen thưởng");
        var item = counter.linked(Role.CUSTODIAN, award, "hien-vat");
        step(
                Role.CLERK,
                Step.KEEPER,
                item,
                "ArtifactKeeperRecorded",
                "ngay=14/3/2024 | quan-he=CHILD | ho-ten=Cá nhân 7504"
                        + " | dia-chi-giu=Khu phố 2");
        step(
                Role.CLERK,
                Step.LOST,
                item,
                "ArtifactReportedLost",
                "ngay=15/3/2024 | hoan-canh=Lũ cuốn");
        step(
                Role.CUSTODIAN,
                Step.FOUND,
                item,
                "ArtifactReportedFound",
                "ngay=16/3/2024 | hoan-canh=Tìm thấy khi dọn nhà");
        held(item);
        return item;
    }

    private static void held(String item) {
        step(
                Role.CLERK,
                Step.DAMAGED,
                item,
                "ArtifactReportedDamaged",
                "ngay=17/3/2024 | hoan-canh=Ẩm mốc");
        step(
                Role.CUSTODIAN,
                Step.HAND_IN,
                item,
                "ArtifactHandedIn",
                "ngay=18/3/2024 | noi-nhan=$WARD | so-bien-nhan=12/BN");
        step(
                Role.CUSTODIAN,
                Step.TRANSFER,
                item,
                "CustodyTransferred",
                "ngay=19/3/2024 | ben-giao=$WARD | ben-nhan=$CITY"
                        + " | muc-dich=EXCHANGE | noi-de=Tủ 3 | so-bien-nhan=13/BN");
        step(
                Role.CUSTODIAN,
                Step.GIVE_BACK,
                item,
                "ArtifactReturnedUnchanged",
                "ngay=20/3/2024 | ben-giao=$CITY | quan-he=SELF | so-bien-nhan=14/BN");
        records(
                Role.CUSTODIAN,
                item + "/nop-lai",
                "ArtifactHandedIn",
                "ngay=3/4/2024 | noi-nhan=$CITY");
    }

    private static String requested(String award, String kind, String item, String day) {
        return step(
                Role.CLERK,
                Step.REQUEST,
                award,
                "ReissueRequested",
                "ngay="
                        + day
                        + " | noi-nhan=$CITY | loai-de-nghi="
                        + kind
                        + " | hien-vat="
                        + (item.isEmpty() ? "GIAY_KHEN" : "GIAY_KHEN:" + id(item))
                        + " | cach-hieu=CHUA_TUNG_NHAN | ly-do-de-nghi=Gia đình đề nghị"
                        + " | quan-he=SELF");
    }

    private static void exchanged(String award, String item) {
        var file = requested(award, "EXCHANGE", item, "5/4/2024");
        step(
                Role.CLERK,
                Step.ASK_PAPERS,
                file,
                "ReissueCompletionRequested",
                "ngay=6/4/2024 | don-vi=$CITY | thieu=Ảnh hiện vật");
        step(Role.CLERK, Step.COMPLETE_FILE, file, "ReissueCompleted", "ngay=8/4/2024");
        step(
                Role.CLERK,
                Step.FORWARD,
                file,
                "ReissueForwardedUp",
                "ngay=9/4/2024 | don-vi=$CITY | cap-tren=UBND tỉnh Ninh Thuận");
        replied(file);
        step(
                Role.DECISION_RECORDER,
                Step.APPROVE,
                file,
                "ReissueApproved",
                paper("30/QĐ-UBND", "ngay=20/4/2024 | co-quan=$CITY"));
        step(
                Role.CUSTODIAN,
                Step.REISSUE,
                file,
                "ArtifactReissued",
                "ngay=2/5/2024 | loai-hien-vat=GIAY_KHEN | so-hieu=GK-7502");
        step(
                Role.CUSTODIAN,
                Step.HAND_OVER,
                file,
                "ReissueHandedOver",
                "ngay=6/5/2024 | hien-vat="
                        + fresh(award, item)
                        + " | don-vi=$CITY | quan-he=SELF");
        step(
                Role.CUSTODIAN,
                Step.DESTROY,
                item,
                "ArtifactDestroyed",
                paper(
                        "5/BB",
                        "ngay=10/5/2024 | noi-dang-giu=$CITY"
                                + " | hoi-dong-huy=Hội đồng tiêu hủy hiện vật"
                                + " | ly-do-huy=Đã đổi hiện vật mới"));
    }

    private static String fresh(String award, String old) {
        var page = counter.page(Role.CUSTODIAN, award);
        var found =
                java.util.regex.Pattern.compile("href=\"/hien-vat/([0-9a-f-]{36})")
                        .matcher(page)
                        .results()
                        .map(r -> r.group(1))
                        .filter(id -> !id.equals(id(old)))
                        .findFirst();
        return found.orElseThrow();
    }

    private static void replied(String file) {
        step(
                Role.REVIEWER,
                Step.NOT_CONFIRM,
                file,
                "EntitlementNotConfirmed",
                "ngay=12/4/2024 | luu-tru=Trung tâm Lưu trữ | so-tra-loi=3/LT"
                        + " | ngay-tra-loi=11/4/2024 | thieu-gi=Không thấy quyết định gốc"
                        + " | muc-can-cu=E");
        step(
                Role.REVIEWER,
                Step.CONFIRM,
                file,
                "EntitlementConfirmed",
                "ngay=16/4/2024 | luu-tru=Trung tâm Lưu trữ | so-tra-loi=4/LT"
                        + " | ngay-tra-loi=15/4/2024 | muc-can-cu=A");
    }

    /// A decision whose lines are typed from the paper's list.
    private static String typed(String number, String authority, String award, String... who) {
        var lines = new StringBuilder();
        for (var one : who) {
            lines.append(one).append(";cá nhân;").append(award).append(";;công trạng\n");
        }
        return records(
                Role.DECISION_RECORDER,
                "/quyet-dinh/moi",
                "AwardDecided",
                "ngay-ky=1/3/2024 | so="
                        + number
                        + " | co-quan="
                        + authority
                        + " | nguoi-ky=CHỦ TỊCH | hinh-thuc=TANG | dong="
                        + lines.toString().strip());
    }

    private static void refusedAndReturned() {
        var decision = typed("7510/QĐ-UBND", CITY, "GK_HUYEN", recipient("Cá nhân 7510"));
        var award = counter.linked(Role.CLERK, decision, "khen-thuong");
        var file = requested(award, "FIRST_ISSUE", "", "5/4/2024");
        step(
                Role.CLERK,
                Step.RETURN_FILE,
                file,
                "ReissueFileReturned",
                "ngay=8/4/2024 | don-vi=$CITY | ly-do-tra=Không thuộc thẩm quyền");
        var again = requested(award, "FIRST_ISSUE", "", "9/4/2024");
        step(
                Role.DECISION_RECORDER,
                Step.REFUSE,
                again,
                "ReissueRefused",
                paper("31/QĐ-UBND", "ngay=20/4/2024 | co-quan=$CITY | ly-do=DA_CAP"));
    }

    private static void annulled(String award, String old) {
        step(
                Role.DECISION_RECORDER,
                Step.ANNUL,
                award,
                "AwardAnnulled",
                paper("40/QĐ-UBND", "ngay=1/6/2024 | can-cu=GIAN_DOI_KE_KHAI | co-quan=$CITY"));
        step(
                Role.CLERK,
                Step.RECOVER,
                award,
                "PrizeRecovered",
                "ngay=10/6/2024 | so-tien=540000 | nguon=Quỹ thi đua, khen thưởng");
        var item = fresh(award, old);
        step(
                Role.CUSTODIAN,
                Step.TAKE_BACK,
                "/hien-vat/" + item,
                "ArtifactWithdrawn",
                "ngay=11/6/2024 | ly-do-thu-hoi=Quyết định bị hủy bỏ | noi-nhan=$CITY");
        step(
                Role.DECISION_RECORDER,
                Step.REVOKE,
                award,
                "AnnulmentRevoked",
                paper("50/QĐ-UBND", "ngay=1/7/2024 | can-cu-thu-hoi=KHIEU_NAI | co-quan=$CITY"));
    }

    private static void corrected() {
        var decision = typed("7520/QĐ-UBND", CITY, "GK_HUYEN", recipient("Cá nhân 7520"));
        var award = counter.linked(Role.CLERK, decision, "khen-thuong");
        step(
                Role.DECISION_RECORDER,
                Step.CORRECT_NAME,
                award,
                "DecisionCorrected",
                paper(
                        "7521/QĐ-UBND",
                        "ngay=4/3/2024 | vi-sao-sua=DINH_CHINH | dieu-sua=TEN"
                                + " | sua-thanh-kin=Cá nhân 7521"));
        step(
                Role.DECISION_RECORDER,
                Step.CORRECT_LINE,
                award,
                "DecisionCorrected",
                paper(
                        "7520/QĐ-UBND",
                        "ngay=5/3/2024 | vi-sao-sua=SAI_NHAP_LIEU | danh-hieu=GK_HUYEN"
                                + " | hang=NONE | loai-doi-tuong=INDIVIDUAL | loai-hinh=DOT_XUAT"
                                + " | don-vi-cong-tac=$WARD"));
        step(
                Role.DECISION_RECORDER,
                Step.STRIKE_LINE,
                award,
                "DecisionCorrected",
                paper("7520/QĐ-UBND", "ngay=6/3/2024"));
    }

    private static void state() {
        var who = recipient("Cá nhân 7530");
        var decision = typed("100/QĐ-CTN", PRESIDENT, "DH_BMVNAH", who);
        var award = counter.linked(Role.CLERK, decision, "khen-thuong");
        step(
                Role.DECISION_RECORDER,
                Step.STRIP,
                award,
                "HonourStripped",
                paper(
                        "200/QĐ-CTN",
                        "ngay=1/8/2024"
                                + " | can-cu-tuoc=TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI"
                                + " | co-quan=$PRESIDENT | ban-an-hieu-luc=1/7/2024"
                                + " | ban-an=Bản án số 1/2024/HS-PT"));
        step(
                Role.DECISION_RECORDER,
                Step.RESTORE,
                award,
                "HonourRestored",
                paper(
                        "300/QĐ-CTN",
                        "ngay=1/9/2024 | can-cu-phuc-hoi=KHONG_PHAM_TOI | co-quan=$PRESIDENT"));
        step(
                Role.DPO,
                Step.REFUSE_ERASURE,
                who,
                "ErasureRefused",
                paper(
                        "8/QĐ-DLCN",
                        "ngay=2/2/2026 | du-lieu-cua=" + id(who) + " | can-cu-xoa=SUBJECT_ASKS"));
    }

    private static void recipients() {
        var one = recipient("Cá nhân 7540");
        var other = recipient("Cá nhân 7541");
        step(
                Role.CLERK,
                Step.CORRECT_RECIPIENT,
                one,
                "RecipientCorrected",
                paper("1/CCCD", "ngay=3/1/2024 | ho-ten-dung=Cá nhân 7542"));
        step(
                Role.CLERK,
                Step.CONTACT,
                one,
                "ContactRecorded",
                "ngay=4/1/2024 | quan-he-lien-he=CHILD"
                        + " | ho-ten-lien-he=Cá nhân 7543 | dien-thoai=0900 000 000"
                        + " | giu-den=31/12/2025");
        step(
                Role.REVIEWER,
                Step.JOIN,
                one,
                "RecipientsJoined",
                "ngay=5/1/2024 | doi-tuong-kia=" + other + " | can-cu-gop=SAME_FILE");
        step(
                Role.REVIEWER,
                Step.SEPARATE,
                one,
                "RecipientsSeparated",
                "ngay=6/1/2024 | tach-khoi=" + id(other));
        step(
                Role.DPO,
                Step.RESTRICT,
                one,
                "ProcessingRestricted",
                paper("9/QĐ-DLCN", "ngay=2/1/2026 | can-cu-han-che=SUBJECT_ASKS"));
        step(Role.DPO, Step.LIFT, one, "RestrictionLifted", paper("10/QĐ-DLCN", "ngay=3/1/2026"));
        step(
                Role.DPO,
                Step.ERASE,
                other,
                "IdentityErased",
                paper(
                        "11/QĐ-DLCN",
                        "ngay=4/1/2026 | du-lieu-cua="
                                + id(other)
                                + " | can-cu-xoa=SUBJECT_ASKS | nguoi-duyet=binh"));
    }
}
