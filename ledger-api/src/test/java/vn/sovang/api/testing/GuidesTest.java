package vn.sovang.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The guides show pictures that are there, and no picture is there for nothing. The pictures are
/// made by the tests in the browser: `mvn verify -Dguide.write=true`.
class GuidesTest {
    @Test
    void every_picture_of_a_guide_is_there_and_every_picture_is_shown() {
        assertThat(Guides.texts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Guides.pictures()).containsExactlyElementsOf(Guides.shown());
    }

    /// A guide that follows the sources would still name a picture that no test takes any more.
    @Test
    void every_picture_is_taken_by_a_test() throws Exception {
        var taken = new StringBuilder();
        try (var sources = Files.walk(Path.of("src/test/java"))) {
            for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                taken.append(Files.readString(source));
            }
        }
        assertThat(Guides.shown())
                .allSatisfy(picture ->
                        assertThat(taken).contains('"' + picture.replace(".png", "") + '"'));
    }
}
