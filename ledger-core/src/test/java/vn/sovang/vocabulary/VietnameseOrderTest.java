package vn.sovang.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseOrderTest {
    private static List<String> sorted(List<String> texts, Comparator<String> order) {
        var shuffled = new java.util.ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(order);
        return shuffled;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|à|ả|ã|á|ạ|ă|ằ|ẳ|ẵ|ắ|ặ|â|ầ|ẩ|ẫ|ấ|ậ|b|c|d|đ|e|è|ê|ề|ế|ệ|g",
                "o|ó|ô|ố|ơ|ớ|p|q|s|t|u|ù|ư|ừ|v|x|y|ỳ",
                "Da|Dung|Đa|Đào|Em",
                "hoa|hòa|hỏa|hóa|họa|hoan|hoàng",
                "phường Bảo An|phường Đài Sơn|phường Đạo Long|phường Đô Vinh|phường Đông Hải",
                "phường Phủ Hà|phường Phú Hà|phường Phước Mỹ",
                "xã 2|xã 9|xã An|xã Thành Hải",
                "Cờ thi đua|Cờ thi đua của Chính phủ|Giấy khen|Huân chương"
            })
    void texts_follow_the_alphabet_and_then_the_tones(String line) {
        var expected = Arrays.asList(line.split("\\|"));
        assertThat(sorted(expected, VietnameseOrder.TEXTS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Given name, then what stands between, then family name.
                "Trần Văn An|Lê Thị Ân|Nguyễn Thị Bình|Phạm Văn Cường|Bùi Thị Dung|Lê Văn Đạt",
                "Lê Thị Hoa|Trần Thị Hoa|Nguyễn Văn Hoa|Lê Thị Hòa|Lê Thị Hoàng",
                "Hoàng Thị An|Lê Thị An|Lê Văn An|Lê Văn Anh",
                "An|Nguyễn An|Nguyễn Thị An",
                "Kator Thị Mai|Kator Thị Ngọc Mai|Mang Mai"
            })
    void people_are_listed_by_given_name(String line) {
        var expected = Arrays.asList(line.split("\\|"));
        var order = VietnameseOrder.PEOPLE;
        if (line.startsWith("Kator")) {
            // "Mang Mai" has no word between, so it comes first.
            expected = List.of("Mang Mai", "Kator Thị Mai", "Kator Thị Ngọc Mai");
        }
        assertThat(sorted(expected, order)).isEqualTo(expected);
    }

    @Test
    void unicode_form_and_case_decide_only_between_equals() {
        var open = Normalizer.normalize("Hòa", Normalizer.Form.NFD);
        assertThat(sorted(List.of("HOA", open, "hóa"), VietnameseOrder.TEXTS))
                .containsExactly("HOA", open, "hóa");
        assertThat(VietnameseOrder.TEXTS.compare("Hòa", "hòa")).isNotZero();
        assertThat(VietnameseOrder.TEXTS.compare("Hòa", "Hòa")).isZero();
    }

    @Test
    void odd_texts_have_a_place_too() {
        assertThat(sorted(List.of("", " ", "-", "a", "漢"), VietnameseOrder.PEOPLE)).hasSize(5);
    }

    /// The JDK's own collation for Vietnamese, on words of random letters.
    @Test
    void words_stand_as_in_the_jdk() {
        var collator = Collator.getInstance(Locale.of("vi"));
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        var letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòôồốơờớpqrstuùưừứvxyỳýỵ";
        var random = new Random(24);
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            var one = word(letters, random);
            var other = word(letters, random);
            int theirs = collator.compare(one, other);
            if (theirs != 0) {
                compared++;
                assertThat(Integer.signum(VietnameseOrder.TEXTS.compare(one, other)))
                        .as(one + " " + other)
                        .isEqualTo(Integer.signum(theirs));
            }
        }
        assertThat(compared).isGreaterThan(15_000);
    }

    private static String word(String letters, Random random) {
        var word = new StringBuilder();
        int length = 1 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
