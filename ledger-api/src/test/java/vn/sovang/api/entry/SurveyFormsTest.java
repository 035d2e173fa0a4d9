package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Counter;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// A survey from its opening to its figures, and the catalogue, through their forms.
class SurveyFormsTest {
    private static final Pattern REQUEST = Pattern.compile("name=\"yeu-cau\" value=\"([^\"]+)\"");
    private static final String CITY = RunningSite.CITY;

    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter(RecordingSite.shared());
    }

    private static String recipient(String name) {
        return counter.records(
                Role.CLERK,
                "/doi-tuong/moi",
                "RecipientRegistered",
                "ngay=2/1/2024 | loai-doi-tuong=INDIVIDUAL | ho-ten-moi=" + name);
    }

    private static String opened() {
        return counter.records(
                Role.CLERK,
                "/khao-sat/moi",
                "SurveyCampaignOpened",
                "ngay=22/1/2024 | don-vi-khao-sat="
                        + CITY
                        + " | danh-hieu=bà mẹ việt nam anh hùng"
                        + " | noi-dung-khao-sat=Khảo sát tình hình quản lý hiện vật"
                        + " | so=352/UBND-NV | co-quan-van-ban="
                        + CITY);
    }

    /// A title whose items nobody recorded as issued.
    private static String award(String who, String number) {
        var decision =
                counter.records(
                        Role.DECISION_RECORDER,
                        "/quyet-dinh/moi",
                        "AwardDecided",
                        "ngay-ky=1/12/2014 | so="
                                + number
                                + " | co-quan=Chủ tịch nước | nguoi-ky=CHỦ TỊCH NƯỚC"
                                + " | hinh-thuc=TANG | dong="
                                + who
                                + ";cá nhân;DH_BMVNAH;;công trạng");
        return counter.linked(Role.CLERK, decision, "khen-thuong");
    }

    private static String sheet(String survey, String who, String kind, String condition) {
        return counter.records(
                Role.CLERK,
                survey + "/phieu",
                "ItemSurveyed",
                "ngay=1/2/2024 | doi-tuong-khao-sat="
                        + who
                        + " | con-song=DECEASED | ngay-mat=1999"
                        + " | dia-ban=UBND phường Phước Mỹ | loai-hien-vat="
                        + kind
                        + " | tinh-trang="
                        + condition
                        + " | nguoi-giu=CHILD | ten-nguoi-giu=Cá nhân 7601"
                        + " | de-xuat=EXCHANGE | nguoi-khao-sat=Cán bộ 1");
    }

    @Test
    void a_survey_brings_items_in_and_ends_with_what_its_sheets_come_to() {
        var survey = opened();
        var who = recipient("Cá nhân 7602");
        var award = award(who, "7602/QĐ-CTN");
        var back = sheet(survey, who, "BANG", "HU_HONG");
        assertThat(back).isEqualTo(survey);

        var page = counter.page(Role.CLERK, survey);
        assertThat(page)
                .contains("Bà mẹ Việt Nam anh hùng", "hư hỏng")
                .contains(award + "/tiep-nhan-de-nghi?loai-de-nghi=EXCHANGE")
                .doesNotContain("chưa thấy quyết định</span>");
        var item = counter.linked(Role.CLERK, award, "hien-vat");
        assertThat(counter.page(Role.CLERK, item)).contains("khảo sát");
        var request =
                Pattern.compile("href=\"(" + award + "/tiep-nhan-de-nghi[^\"]*)\"").matcher(page);
        assertThat(request.find()).isTrue();
        var form = counter.page(Role.CLERK, request.group(1).replace("&amp;", "&"));
        assertThat(form).contains("value=\"EXCHANGE\" selected", "selected=\"selected\">bằng");

        sheet(survey, recipient("Cá nhân 7603"), "HUY_HIEU", "MAT");
        assertThat(counter.page(Role.INSPECTOR, survey)).contains("chưa thấy quyết định");
        counter.records(Role.CLERK, survey + "/ket-thuc", "SurveyCampaignClosed", "ngay=30/3/2024");
        assertThat(counter.page(Role.CLERK, survey))
                .contains("đã kết thúc")
                .doesNotContain(survey + "/phieu\"");
        assertThat(counter.page(Role.REVIEWER, "/khao-sat")).contains(survey);
    }

    private static List<String> pasted(String survey, String rows, String... more) {
        var page = counter.page(Role.CLERK, survey + "/nhieu");
        var found = REQUEST.matcher(page);
        assertThat(found.find()).isTrue();
        var form =
                new ArrayList<String>(
                        List.of("yeu-cau", found.group(1), "ngay", "1/2/2024", "cac-phieu", rows));
        form.addAll(List.of(more));
        var answer = counter.post(Role.CLERK, survey + "/nhieu", page, form);
        return List.of(Integer.toString(answer.statusCode()), answer.body());
    }

    @Test
    void pasted_sheets_are_checked_row_by_row_before_any_is_recorded() {
        var survey = opened();
        var one = recipient("Cá nhân 7610");
        var two = recipient("Cá nhân 7611");
        long before = counter.head();
        var bad =
                pasted(
                        survey,
                        one
                                + ";Bằng;tốt;còn sống;bản thân;;UBND phường Phước Mỹ;2/2/2024\n"
                                + two
                                + ";Bằng;rất đẹp;còn sống\n"
                                + one
                                + ";BANG;CU;ALIVE\nkhông ai;Bằng;cũ;đã mất\n"
                                + two
                                + ";Huân chương;cũ;đã mất",
                        "ghi",
                        "true");
        assertThat(counter.head()).isEqualTo(before);
        assertThat(bad.getLast())
                .contains("rất đẹp", "Trùng đối tượng và loại hiện vật với dòng 1")
                .contains("Sổ chưa có đối tượng này", "4 trong 5");

        var good = one + ";Bằng;tốt;còn sống\n" + two + ";Huy hiệu;mất;đã mất;;cấp lại";
        var asked = pasted(survey, good);
        assertThat(asked.getFirst()).isEqualTo("200");
        assertThat(asked.getLast()).contains("Ghi 2 phiếu");
        assertThat(counter.head()).isEqualTo(before);
        assertThat(pasted(survey, good, "ghi", "true").getFirst()).isEqualTo("302");
        assertThat(counter.since(before)).containsExactly("ItemSurveyed", "ItemSurveyed");
    }

    @Test
    void the_catalogue_changes_by_forms_and_shows_the_days_of_each_type() {
        var list = "/danh-muc";
        assertThat(counter.page(Role.CLERK, list))
                .contains("Giấy khen", "06/2022/QH15")
                .doesNotContain("id=\"them\"");
        assertThat(counter.page(Role.REVIEWER, "/danh-muc/moi?tu-ma=GK_HUYEN"))
                .contains("value=\"GK_HUYEN\"", "value=\"GIAY_KHEN\" checked");
        counter.records(
                Role.REVIEWER,
                "/danh-muc/moi",
                "AwardTypeDefined",
                "ngay=2/1/2024 | ma=GK_THU_NGHIEM | ten=Giấy khen thử nghiệm"
                        + " | tu-ngay=2/1/2024 | ho=HINH_THUC_KHEN_THUONG"
                        + " | cap-khen=CO_SO | danh-cho=INDIVIDUAL | truy-tang=NO"
                        + " | cap-nha-nuoc=NO | kem-theo=GIAY_KHEN | so=1/QĐ"
                        + " | co-quan-van-ban="
                        + CITY);
        assertThat(counter.page(Role.REVIEWER, list))
                .contains("Giấy khen thử nghiệm", "/danh-muc/GK_THU_NGHIEM/bai-bo");
        counter.records(
                Role.REVIEWER,
                "/danh-muc/GK_THU_NGHIEM/bai-bo",
                "AwardTypeRetired",
                "ngay=1/7/2025 | khong-con-tu=1/7/2025"
                        + " | can-cu-bai-bo=Nghị định thử nghiệm | so=2/QĐ"
                        + " | co-quan-van-ban="
                        + CITY);
        assertThat(counter.page(Role.REVIEWER, list)).contains("đã hết hiệu lực");
    }

    @Test
    void a_text_of_law_is_entered_with_its_articles() {
        counter.records(
                Role.REVIEWER,
                "/danh-muc/van-ban",
                "LegalTextDefined",
                "ngay=2/1/2024 | ma-van-ban=QD_THU_NGHIEM | so-luat=9/QĐ-TN"
                        + " | ten-luat=Quyết định thử nghiệm | hieu-luc-tu=2/1/2024"
                        + " | cac-dieu=hủy bỏ; Điều 5 | so=9/QĐ-TN | co-quan-van-ban="
                        + CITY);
        assertThat(counter.page(Role.REVIEWER, "/danh-muc/van-ban?tu-ma=QD_THU_NGHIEM"))
                .contains("Quyết định thử nghiệm", "hủy bỏ; Điều 5");
    }

    @Test
    void an_award_that_is_named_by_half_is_asked_back() {
        var page = counter.page(Role.CLERK, "/khao-sat/moi");
        assertThat(page).contains("list=\"ten-khen-thuong\"", "<datalist id=\"ten-khen-thuong\">");
        var form =
                List.of(
                        "ngay",
                        "22/1/2024",
                        "danh-hieu",
                        "huân chương",
                        "noi-dung-khao-sat",
                        "thử",
                        "don-vi-khao-sat",
                        CITY);
        var asked = counter.post(Role.CLERK, "/khao-sat/moi", page, form);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("danh-hieu.chon", "Huân chương Sao vàng");
    }
}
