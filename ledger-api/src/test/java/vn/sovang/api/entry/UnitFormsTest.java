package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Counter;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// Every form of a unit's life, from the page to the fact.
class UnitFormsTest {
    private static final String CITY = RunningSite.CITY;
    private static final String WARD = "UBND phường Phước Mỹ";
    private static final Set<Step> DRIVEN = EnumSet.noneOf(Step.class);

    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter(RecordingSite.shared());
    }

    private static String step(Role role, Step step, String thing, String fact, String form) {
        DRIVEN.add(step);
        var id = UUID.fromString(thing.substring(thing.lastIndexOf('/') + 1));
        assertThat(counter.page(role, thing)).contains("href=\"" + step.address(id) + "\"");
        return records(role, step.address(id), fact, form);
    }

    private static String records(Role role, String path, String fact, String form) {
        var named = form.replace("$CITY", CITY).replace("$WARD", WARD);
        return counter.records(role, path, fact, named);
    }

    private static String paper(String number, String form) {
        return form + " | so=" + number + " | co-quan-van-ban=$CITY";
    }

    private static String unit(String name) {
        return records(
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
        step(
                Role.CLERK,
                Step.RENAME,
                one,
                "UnitRenamed",
                paper(
                        "1/NQ",
                        "ngay=3/1/2024 | ten-don-vi=phường Thử Mới"
                                + " | ten-co-quan=UBND phường Thử Mới"));
        step(
                Role.CLERK,
                Step.RECODE,
                one,
                "UnitRecoded",
                paper("2/NQ", "ngay=4/1/2024 | ma-so=99001"));
        step(
                Role.DECISION_RECORDER,
                Step.MOVE,
                one,
                "UnitTransferred",
                paper("3/NQ", "ngay=5/1/2024 | truc-thuoc=UBND tỉnh Ninh Thuận"));
        step(
                Role.DECISION_RECORDER,
                Step.MERGE,
                one,
                "UnitMerged",
                paper("4/NQ", "ngay=6/1/2024 | nhap-vao=UBND phường Thử Hai"));
        step(
                Role.DECISION_RECORDER,
                Step.COMPETENCE,
                one,
                "CompetenceDetermined",
                paper(
                        "5/NQ",
                        "ngay=7/1/2024 | thay-mat=$CITY | pham-vi-tham-quyen=ANNUL"
                                + " | can-cu-tham-quyen=Nghị quyết 5/NQ"));
        step(
                Role.CLERK,
                Step.SPLIT,
                unit("phường Thử Ba"),
                "UnitSplit",
                paper(
                        "6/NQ",
                        "ngay=8/1/2024 | ke-tiep-1=$CITY | pham-vi-1=phía bắc đường sắt"
                                + " | ke-tiep-2=$WARD"));
        step(
                Role.CLERK,
                Step.ABOLISH,
                unit("phường Thử Bốn"),
                "UnitAbolished",
                paper("7/NQ", "ngay=9/1/2024 | ke-tiep-1=$WARD"));
        var all = EnumSet.allOf(Step.class);
        all.removeIf(step -> !step.folder().equals(Step.UNITS));
        assertThat(DRIVEN).isEqualTo(all);
    }
}
