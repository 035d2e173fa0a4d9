package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.sovang.api.paper.BlankLayout.Align;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayout.Place;
import vn.sovang.api.paper.FittedText.Verdict;

/// A text in its place: never cut, never wider than it may be.
class FittedTextTest {
    /// Every letter half as wide as high.
    private static double width(String text) {
        return text.length() * 0.5;
    }

    private static Place place(double width, int size, int lines) {
        return new Place(true, 0, 0, width, size, lines, Align.CENTRE, Face.BOLD);
    }

    @Test
    void what_fits_stays_as_it_is() {
        var fitted = FittedText.of("Nguyễn Văn A", place(100, 28, 1), FittedTextTest::width);

        assertThat(fitted.verdict()).isEqualTo(Verdict.AS_IT_IS);
        assertThat(fitted.lines()).containsExactly("Nguyễn Văn A");
        assertThat(fitted.size()).isEqualTo(28);
    }

    @Test
    void what_is_too_wide_wraps_before_it_shrinks() {
        var fitted = FittedText.of("Nguyễn Văn A", place(35, 28, 2), FittedTextTest::width);

        assertThat(fitted.verdict()).isEqualTo(Verdict.WRAPPED);
        assertThat(fitted.lines()).containsExactly("Nguyễn", "Văn A");
    }

    @Test
    void what_may_not_wrap_shrinks() {
        var fitted = FittedText.of("Nguyễn Văn A", place(50, 28, 1), FittedTextTest::width);

        assertThat(fitted.verdict()).isEqualTo(Verdict.SHRUNK);
        assertThat(fitted.size()).isBetween(19, 27);
    }

    @Test
    void what_does_not_fit_is_told_and_not_cut() {
        var fitted = FittedText.of("x".repeat(400), place(50, 28, 4), FittedTextTest::width);

        assertThat(fitted.verdict()).isEqualTo(Verdict.TOO_LONG);
        assertThat(fitted.lines()).isEmpty();
    }

    @Test
    void whatever_is_printed_is_whole_and_within_its_place() {
        var random = new Random(7);
        int printed = 0;
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder("a");
            for (int w = random.nextInt(9); w >= 0; w--) {
                text.append(' ').append("n".repeat(1 + random.nextInt(12)));
            }
            var place =
                    place(5 + random.nextInt(120), 6 + random.nextInt(40), 1 + random.nextInt(4));
            var fitted = FittedText.of(text.toString(), place, FittedTextTest::width);
            if (fitted.verdict() != Verdict.TOO_LONG) {
                printed++;
                assertThat(String.join(" ", fitted.lines())).isEqualTo(text.toString());
                assertThat(fitted.lines()).hasSizeLessThanOrEqualTo(place.lines());
                assertThat(fitted.lines())
                        .allMatch(l -> width(l) * fitted.size() <= place.width() * 72 / 25.4);
                assertThat(fitted.size())
                        .isBetween((int) (place.size() * FittedText.LEAST_SHARE), place.size());
            }
        }
        assertThat(printed).isBetween(200, 1_900);
    }
}
