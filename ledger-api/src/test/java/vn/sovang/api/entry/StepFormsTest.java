package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.api.entry.StepDriver.id;
import static vn.sovang.api.entry.StepDriver.paper;
import static vn.sovang.api.entry.StepDriver.stepsOf;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Role;

/// Every form of every step of nominations, decisions and recipients, and the forms that begin
/// things, from the page to the fact: each comes back as it was typed when a day is none, and asks
/// for the tick where an act cannot be undone. Awards, items and cases: [AwardFormsTest]; units:
/// [UnitFormsTest].
class StepFormsTest {
    private static StepDriver driver;

    @BeforeAll
    static void open() {
        driver = new StepDriver();
    }

    private static String nomination(String recipient) {
        return driver.records(
                Role.CLERK,
                "/de-nghi/moi",
                "NominationFiled",
                "ngay=1/2/2024 | doi-tuong="
                        + recipient
                        + " | loai-doi-tuong=INDIVIDUAL | danh-hieu=GK_HUYEN | hang=NONE"
                        + " | loai-hinh=CONG_TRANG | don-vi-de-nghi=$WARD");
    }

    @Test
    void every_step_of_files_and_people_is_taken_from_its_page_to_its_fact() {
        decided(driver.recipient("Cá nhân 7501"));
        recipients();
        keptForEver();
        assertThat(driver.driven())
                .as("every step was driven")
                .containsAll(stepsOf(Step.NOMINATIONS, Step.DECISIONS, Step.RECIPIENTS));
    }

    private static void decided(String recipient) {
        var one = nomination(recipient);
        var two = nomination(driver.recipient("Cá nhân 7502"));
        var three = nomination(driver.recipient("Cá nhân 7503"));
        driver.step(
                Role.CLERK,
                Step.WITHDRAW,
                two,
                "NominationWithdrawn",
                "ngay=2/2/2024 | ly-do-rut=Nhập hai lần");
        driver.records(
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
                driver.records(
                        Role.DECISION_RECORDER,
                        "/quyet-dinh/moi",
                        "AwardDecided",
                        "ngay-ky=1/3/2024 | so=7501/QĐ-UBND | co-quan=$CITY"
                                + " | nguoi-ky=CHỦ TỊCH | hinh-thuc=TANG | de-nghi="
                                + id(one));
        driver.step(
                Role.DECISION_RECORDER,
                Step.CORRECT,
                decision,
                "DecisionCorrected",
                paper(
                        "7502/QĐ-UBND",
                        "ngay=4/3/2024 | vi-sao-sua=DINH_CHINH | dieu-sua=NGUOI_KY"
                                + " | da-ghi=CHỦ TỊCH | sua-thanh=KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"));
    }

    private static void returnedAndReceived(String one) {
        driver.step(
                Role.REVIEWER,
                Step.RETURN_DOSSIER,
                one,
                "DossierReturnedForCompletion",
                "ngay=6/2/2024 | don-vi=$CITY | giay-to-thieu=BIEN_BAN");
        driver.step(
                Role.CLERK,
                Step.COMPLETE_DOSSIER,
                one,
                "DossierCompleted",
                "ngay=8/2/2024 | giay-to-bo-sung=BIEN_BAN");
        driver.step(
                Role.REVIEWER,
                Step.RECEIVE,
                one,
                "DossierReceived",
                "ngay=10/2/2024 | noi-nhan=$CITY | thu-tuc=THUONG" + " | che-do=06/2022/QH15");
    }

    private static void heard(String one) {
        var body = "Công an thành phố";
        driver.step(
                Role.REVIEWER,
                Step.ASK_OPINION,
                one,
                "OpinionRequested",
                "ngay=11/2/2024 | noi-hoi=" + body + " | han-tra-loi=20/2/2024");
        driver.step(
                Role.REVIEWER,
                Step.OPINION,
                one,
                "OpinionReceived",
                "ngay=12/2/2024 | noi-hoi="
                        + body
                        + " | tra-loi=DONG_Y | noi-dung=Không có ý kiến khác");
        driver.step(
                Role.REVIEWER,
                Step.PUBLISH,
                one,
                "ListPublished",
                "ngay=13/2/2024 | phuong-tien=Cổng thông tin điện tử"
                        + " | cong-khai-den=19/2/2024");
        driver.step(
                Role.REVIEWER,
                Step.OBJECTION,
                one,
                "ObjectionReceived",
                "ngay=14/2/2024 | noi-dung=Đề nghị xem lại thành tích");
        driver.step(
                Role.REVIEWER,
                Step.RESOLVE,
                one,
                "ObjectionResolved",
                "ngay=15/2/2024 | phan-anh-so=1 | ket-qua-phan-anh=KHONG_CO_CO_SO");
    }

    private static void judged(String one, String three) {
        driver.step(
                Role.REVIEWER,
                Step.APPRAISE,
                one,
                "AppraisalConcluded",
                "ngay=20/2/2024 | don-vi=$CITY | ket-qua=DAT"
                        + " | y-kien=Đủ điều kiện | sang-kien=1");
        driver.step(
                Role.COUNCIL_SECRETARY,
                Step.VOTE,
                one,
                "CouncilVoted",
                paper(
                        "9/BB",
                        "ngay=25/2/2024 | hoi-dong=$CITY | thanh-vien=9 | co-mat=8 | dong-y=8"));
        driver.step(
                Role.REVIEWER,
                Step.REJECT,
                three,
                "NominationRejected",
                "ngay=21/2/2024 | don-vi=$CITY | ly-do-khong-dat=KHONG_BO_SUNG"
                        + " | ghi-chu=Quá hạn bổ sung");
    }

    private static void recipients() {
        var one = driver.recipient("Cá nhân 7540");
        var other = driver.recipient("Cá nhân 7541");
        driver.step(
                Role.CLERK,
                Step.CORRECT_RECIPIENT,
                one,
                "RecipientCorrected",
                paper("1/CCCD", "ngay=3/1/2024 | ho-ten-dung=Cá nhân 7542"));
        driver.step(
                Role.CLERK,
                Step.CONTACT,
                one,
                "ContactRecorded",
                "ngay=4/1/2024 | quan-he-lien-he=CHILD"
                        + " | ho-ten-lien-he=Cá nhân 7543 | dien-thoai=0900 000 000"
                        + " | giu-den=31/12/2025");
        driver.step(
                Role.REVIEWER,
                Step.JOIN,
                one,
                "RecipientsJoined",
                "ngay=5/1/2024 | doi-tuong-kia=" + other + " | can-cu-gop=SAME_FILE");
        driver.step(
                Role.REVIEWER,
                Step.SEPARATE,
                one,
                "RecipientsSeparated",
                "ngay=6/1/2024 | tach-khoi=" + id(other));
        driver.step(
                Role.DPO,
                Step.RESTRICT,
                one,
                "ProcessingRestricted",
                paper("9/QĐ-DLCN", "ngay=2/1/2026 | can-cu-han-che=SUBJECT_ASKS"));
        driver.step(
                Role.DPO,
                Step.LIFT,
                one,
                "RestrictionLifted",
                paper("10/QĐ-DLCN", "ngay=3/1/2026"));
        driver.step(
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

    /// Of whoever was honoured by the President the file is kept for ever.
    private static void keptForEver() {
        var who = driver.recipient("Cá nhân 7535");
        driver.award("7535/QĐ-CTN", StepDriver.PRESIDENT, "DH_BMVNAH", who);
        driver.step(
                Role.DPO,
                Step.REFUSE_ERASURE,
                who,
                "ErasureRefused",
                paper(
                        "8/QĐ-DLCN",
                        "ngay=2/2/2026 | du-lieu-cua=" + id(who) + " | can-cu-xoa=SUBJECT_ASKS"));
    }
}
