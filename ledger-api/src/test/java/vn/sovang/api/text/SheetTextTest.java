package vn.sovang.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF201"})
    void what_would_begin_a_formula_is_text(String text) {
        assertThat(SheetText.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void ordinary_words_stay_as_they_are() {
        assertThat(SheetText.cell("Bằng khen = 5")).isEqualTo("Bằng khen = 5");
        assertThat(SheetText.cell("")).isEmpty();
    }

    @Test
    void a_caption_becomes_a_name_that_excel_takes() {
        assertThat(SheetText.sheetName("Cấp đổi/cấp lại: [một]"))
                .isEqualTo("Cấp đổi cấp lại   một");
        assertThat(SheetText.sheetName("x".repeat(40))).hasSize(31);
    }
}
