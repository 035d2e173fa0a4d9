package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.api.entry.StepDriver.id;
import static vn.sovang.api.entry.StepDriver.paper;
import static vn.sovang.api.entry.StepDriver.stepsOf;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Role;

/// Every form of every step of award lines, items and re-issue cases, from the page to the fact.
class AwardFormsTest {
    private static StepDriver driver;

    @BeforeAll
    static void open() {
        driver = new StepDriver();
    }

    private static String award(String number, String recipient) {
        return driver.award(number, "$CITY", "GK_HUYEN", driver.recipient(recipient));
    }

    @Test
    void every_step_of_awards_items_and_cases_is_taken_from_its_page_to_its_fact() {
        var award = award("7551/QĐ-UBND", "Cá nhân 7551");
        var item = item(award);
        exchanged(award, item);
        annulled(award, item);
        refusedAndReturned();
        listReturned();
        corrected();
        stripped();
        assertThat(driver.driven())
                .as("every step was driven")
                .containsAll(stepsOf(Step.AWARDS, Step.ITEMS, Step.CASES));
    }

    private static String item(String award) {
        driver.step(
                Role.CUSTODIAN,
                Step.ISSUE,
                award,
                "ArtifactIssued",
                "ngay=10/3/2024 | loai-hien-vat=GIAY_KHEN | so-hieu=GK-7501");
        driver.step(
                Role.CLERK,
                Step.PRESENT,
                award,
                "AwardPresented",
                "ngay=12/3/2024 | noi-trao=Hội trường thành phố" + " | ai-nhan=NGUOI_DUOC_KHEN");
        driver.step(
                Role.CLERK,
                Step.PAY,
                award,
                "PrizePaid",
                "ngay=13/3/2024 | so-tien=540000 | he-so=0,3"
                        + " | luong-co-so=1800000 | nguon=Quỹ thi đua, khen thưởng");
        var item = driver.counter().linked(Role.CUSTODIAN, award, "hien-vat");
        driver.step(
                Role.CLERK,
                Step.KEEPER,
                item,
                "ArtifactKeeperRecorded",
                "ngay=14/3/2024 | quan-he=CHILD | ho-ten=Cá nhân 7504"
                        + " | dia-chi-giu=Khu phố 2");
        driver.step(
                Role.CLERK,
                Step.LOST,
                item,
                "ArtifactReportedLost",
                "ngay=15/3/2024 | hoan-canh=Lũ cuốn");
        driver.step(
                Role.CUSTODIAN,
                Step.FOUND,
                item,
                "ArtifactReportedFound",
                "ngay=16/3/2024 | hoan-canh=Tìm thấy khi dọn nhà");
        held(item);
        return item;
    }

    private static void held(String item) {
        driver.step(
                Role.CLERK,
                Step.DAMAGED,
                item,
                "ArtifactReportedDamaged",
                "ngay=17/3/2024 | hoan-canh=Ẩm mốc");
        driver.step(
                Role.CUSTODIAN,
                Step.HAND_IN,
                item,
                "ArtifactHandedIn",
                "ngay=18/3/2024 | noi-nhan=$WARD | so-bien-nhan=12/BN");
        driver.step(
                Role.CUSTODIAN,
                Step.TRANSFER,
                item,
                "CustodyTransferred",
                "ngay=19/3/2024 | ben-giao=$WARD | ben-nhan=$CITY"
                        + " | muc-dich=EXCHANGE | noi-de=Tủ 3 | so-bien-nhan=13/BN");
        driver.step(
                Role.CUSTODIAN,
                Step.GIVE_BACK,
                item,
                "ArtifactReturnedUnchanged",
                "ngay=20/3/2024 | ben-giao=$CITY | quan-he=SELF | so-bien-nhan=14/BN");
        driver.records(
                Role.CUSTODIAN,
                item + "/nop-lai",
                "ArtifactHandedIn",
                "ngay=3/4/2024 | noi-nhan=$CITY");
    }

    private static String requested(String award, String kind, String item, String day) {
        return driver.step(
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
        driver.step(
                Role.CLERK,
                Step.ASK_PAPERS,
                file,
                "ReissueCompletionRequested",
                "ngay=6/4/2024 | don-vi=$CITY | thieu=Ảnh hiện vật");
        driver.step(Role.CLERK, Step.COMPLETE_FILE, file, "ReissueCompleted", "ngay=8/4/2024");
        driver.step(
                Role.CLERK,
                Step.FORWARD,
                file,
                "ReissueForwardedUp",
                "ngay=9/4/2024 | don-vi=$CITY | cap-tren=UBND tỉnh Ninh Thuận");
        replied(file);
        driver.step(
                Role.DECISION_RECORDER,
                Step.APPROVE,
                file,
                "ReissueApproved",
                paper("30/QĐ-UBND", "ngay=20/4/2024 | co-quan=$CITY"));
        driver.step(
                Role.CUSTODIAN,
                Step.REISSUE,
                file,
                "ArtifactReissued",
                "ngay=2/5/2024 | loai-hien-vat=GIAY_KHEN | so-hieu=GK-7502");
        driver.step(
                Role.CUSTODIAN,
                Step.HAND_OVER,
                file,
                "ReissueHandedOver",
                "ngay=6/5/2024 | hien-vat="
                        + driver.otherItem(award, item)
                        + " | don-vi=$CITY | quan-he=SELF");
        driver.step(
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

    private static void replied(String file) {
        driver.step(
                Role.REVIEWER,
                Step.NOT_CONFIRM,
                file,
                "EntitlementNotConfirmed",
                "ngay=12/4/2024 | luu-tru=Trung tâm Lưu trữ | so-tra-loi=3/LT"
                        + " | ngay-tra-loi=11/4/2024 | thieu-gi=Không thấy quyết định gốc"
                        + " | muc-can-cu=E");
        driver.step(
                Role.REVIEWER,
                Step.CONFIRM,
                file,
                "EntitlementConfirmed",
                "ngay=16/4/2024 | luu-tru=Trung tâm Lưu trữ | so-tra-loi=4/LT"
                        + " | ngay-tra-loi=15/4/2024 | muc-can-cu=A");
    }

    private static void refusedAndReturned() {
        var award = award("7552/QĐ-UBND", "Cá nhân 7552");
        var file = requested(award, "FIRST_ISSUE", "", "5/4/2024");
        driver.step(
                Role.CLERK,
                Step.RETURN_FILE,
                file,
                "ReissueFileReturned",
                "ngay=8/4/2024 | don-vi=$CITY | ly-do-tra=Không thuộc thẩm quyền");
        var again = requested(award, "FIRST_ISSUE", "", "9/4/2024");
        driver.step(
                Role.DECISION_RECORDER,
                Step.REFUSE,
                again,
                "ReissueRefused",
                paper("31/QĐ-UBND", "ngay=20/4/2024 | co-quan=$CITY | ly-do=DA_CAP"));
    }

    /// The receiving office gives back one case of two; the rest of the list stands until it comes
    /// back too, and what came back may be listed again.
    private static void listReturned() {
        var one = requested(award("7553/QĐ-UBND", "Cá nhân 7553"), "FIRST_ISSUE", "", "5/4/2024");
        var two = requested(award("7554/QĐ-UBND", "Cá nhân 7554"), "FIRST_ISSUE", "", "5/4/2024");
        submitted("21/DS-UBND", "ngay=10/4/2024", one, two);
        driver.step(
                Role.CLERK,
                Step.RETURN_LIST,
                one,
                "ReissueListReturned",
                returned("15/4/2024", one));
        assertThat(driver.counter().page(Role.CLERK, one)).doesNotContain("/tra-danh-sach\"");
        driver.step(
                Role.DECISION_RECORDER,
                Step.RETURN_LIST,
                two,
                "ReissueListReturned",
                returned("16/4/2024", two));
        submitted("22/DS-UBND", "ngay=20/4/2024", one, two);
    }

    private static void submitted(String number, String day, String... cases) {
        var form = new StringBuilder(day + " | don-vi=$CITY | cap-tren=$PROVINCE");
        for (var one : cases) {
            form.append(" | truong-hop=").append(id(one));
        }
        driver.records(
                Role.CLERK,
                "/cap-doi-cap-lai/danh-sach",
                "ReissueListSubmitted",
                paper(number, form.toString()));
    }

    private static String returned(String day, String reissue) {
        return paper(
                "5/SNV",
                "ngay="
                        + day
                        + " | don-vi=$PROVINCE | ly-do-tra-danh-sach=Chưa đủ căn cứ"
                        + " | truong-hop-tra="
                        + id(reissue));
    }

    @Test
    void a_list_comes_back_with_cases_that_stand_on_it_and_with_no_others() {
        var one = requested(award("7555/QĐ-UBND", "Cá nhân 7555"), "FIRST_ISSUE", "", "5/4/2024");
        var two = requested(award("7556/QĐ-UBND", "Cá nhân 7556"), "FIRST_ISSUE", "", "5/4/2024");
        var form = one + "/tra-danh-sach";
        var counter = driver.counter();
        assertThat(counter.page(Role.CLERK, form))
                .as("a case on no list: nothing to tick")
                .doesNotContain("name=\"truong-hop-tra\"");
        var field = "truong-hop-tra";
        driver.refuses(Role.CLERK, form, field, returned("15/4/2024", one));
        submitted("23/DS-UBND", "ngay=10/4/2024", one);
        submitted("24/DS-UBND", "ngay=10/4/2024", two);
        assertThat(counter.page(Role.CLERK, form))
                .as("the whole list is ticked at first")
                .contains("value=\"" + id(one) + "\" checked=\"checked\"", "23/DS-UBND")
                .doesNotContain(id(two));
        driver.refuses(Role.CLERK, form, field, returned("15/4/2024", two));
        var none = returned("15/4/2024", one).replace(field + "=" + id(one), "ghi-chu=không");
        driver.refuses(Role.CLERK, form, field, none);
        driver.refuses(Role.CLERK, form, "ngay", returned("9/4/2024", one));
    }

    private static void annulled(String award, String old) {
        driver.step(
                Role.DECISION_RECORDER,
                Step.ANNUL,
                award,
                "AwardAnnulled",
                paper("40/QĐ-UBND", "ngay=1/6/2024 | can-cu=GIAN_DOI_KE_KHAI | co-quan=$CITY"));
        driver.step(
                Role.CLERK,
                Step.RECOVER,
                award,
                "PrizeRecovered",
                "ngay=10/6/2024 | so-tien=540000 | nguon=Quỹ thi đua, khen thưởng");
        var item = driver.otherItem(award, old);
        driver.step(
                Role.CUSTODIAN,
                Step.TAKE_BACK,
                "/hien-vat/" + item,
                "ArtifactWithdrawn",
                "ngay=11/6/2024 | ly-do-thu-hoi=Quyết định bị hủy bỏ | noi-nhan=$CITY");
        driver.step(
                Role.DECISION_RECORDER,
                Step.REVOKE,
                award,
                "AnnulmentRevoked",
                paper("50/QĐ-UBND", "ngay=1/7/2024 | can-cu-thu-hoi=KHIEU_NAI | co-quan=$CITY"));
    }

    private static void corrected() {
        var award = award("7520/QĐ-UBND", "Cá nhân 7520");
        driver.step(
                Role.DECISION_RECORDER,
                Step.CORRECT_NAME,
                award,
                "DecisionCorrected",
                paper(
                        "7521/QĐ-UBND",
                        "ngay=4/3/2024 | vi-sao-sua=DINH_CHINH | dieu-sua=TEN"
                                + " | sua-thanh-kin=Cá nhân 7521"));
        driver.step(
                Role.DECISION_RECORDER,
                Step.CORRECT_LINE,
                award,
                "DecisionCorrected",
                paper(
                        "7520/QĐ-UBND",
                        "ngay=5/3/2024 | vi-sao-sua=SAI_NHAP_LIEU | danh-hieu=GK_HUYEN"
                                + " | hang=NONE | loai-doi-tuong=INDIVIDUAL | loai-hinh=DOT_XUAT"
                                + " | don-vi-cong-tac=$WARD"));
        driver.step(
                Role.DECISION_RECORDER,
                Step.STRIKE_LINE,
                award,
                "DecisionCorrected",
                paper("7520/QĐ-UBND", "ngay=6/3/2024"));
    }

    private static void stripped() {
        var who = driver.recipient("Cá nhân 7530");
        var award = driver.award("7530/QĐ-CTN", StepDriver.PRESIDENT, "DH_BMVNAH", who);
        driver.step(
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
        driver.step(
                Role.DECISION_RECORDER,
                Step.RESTORE,
                award,
                "HonourRestored",
                paper(
                        "300/QĐ-CTN",
                        "ngay=1/9/2024 | can-cu-phuc-hoi=KHONG_PHAM_TOI | co-quan=$PRESIDENT"));
    }
}
