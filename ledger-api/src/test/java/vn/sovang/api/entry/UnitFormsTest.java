package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.api.entry.StepDriver.paper;
import static vn.sovang.api.entry.StepDriver.stepsOf;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Role;

/// Every form of a unit's life, from the page to the fact.
class UnitFormsTest {
    private static StepDriver driver;

    @BeforeAll
    static void open() {
        driver = new StepDriver();
    }

    private static String unit(String name) {
        return driver.records(
                Role.CLERK,
                "/don-vi/moi",
                "UnitRegistered",
                "ngay=2/1/2024 | ten-don-vi="
                        + name
                        + " | ten-co-quan=UBND "
                        + name
                        + " | cap=XA | truc-thuoc=$CITY");
    }

    @Test
    void every_step_of_a_unit_is_taken_from_its_page_to_its_fact() {
        var one = unit("phường Thử Một");
        unit("phường Thử Hai");
        driver.step(
                Role.CLERK,
                Step.RENAME,
                one,
                "UnitRenamed",
                paper(
                        "1/NQ",
                        "ngay=3/1/2024 | ten-don-vi=phường Thử Mới"
                                + " | ten-co-quan=UBND phường Thử Mới"));
        driver.step(
                Role.CLERK,
                Step.RECODE,
                one,
                "UnitRecoded",
                paper("2/NQ", "ngay=4/1/2024 | ma-so=99001"));
        driver.step(
                Role.DECISION_RECORDER,
                Step.MOVE,
                one,
                "UnitTransferred",
                paper("3/NQ", "ngay=5/1/2024 | truc-thuoc=UBND tỉnh Ninh Thuận"));
        driver.step(
                Role.DECISION_RECORDER,
                Step.MERGE,
                one,
                "UnitMerged",
                paper("4/NQ", "ngay=6/1/2024 | nhap-vao=UBND phường Thử Hai"));
        driver.step(
                Role.DECISION_RECORDER,
                Step.COMPETENCE,
                one,
                "CompetenceDetermined",
                paper(
                        "5/NQ",
                        "ngay=7/1/2024 | thay-mat=$CITY | pham-vi-tham-quyen=ANNUL"
                                + " | can-cu-tham-quyen=Nghị quyết 5/NQ"));
        driver.step(
                Role.CLERK,
                Step.SPLIT,
                unit("phường Thử Ba"),
                "UnitSplit",
                paper(
                        "6/NQ",
                        "ngay=8/1/2024 | ke-tiep-1=$CITY | pham-vi-1=phía bắc đường sắt"
                                + " | ke-tiep-2=$WARD"));
        driver.step(
                Role.CLERK,
                Step.ABOLISH,
                unit("phường Thử Bốn"),
                "UnitAbolished",
                paper("7/NQ", "ngay=9/1/2024 | ke-tiep-1=$WARD"));
        assertThat(driver.driven()).isEqualTo(stepsOf(Step.UNITS));
    }
}
