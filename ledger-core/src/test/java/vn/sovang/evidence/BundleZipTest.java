package vn.sovang.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.evidence.BundleProblem.What;

/// The container: one spelling, and a clear refusal of everything else.
class BundleZipTest {
    private static final Map<String, byte[]> FILES = files();

    private static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("manifest.json", "{}".getBytes(UTF_8));
        files.put("leaves/0.json", "Bằng khen".getBytes(UTF_8));
        files.put("empty", new byte[0]);
        return files;
    }

    private static What refused(byte[] zip) {
        return catchThrowableOfType(MalformedBundle.class, () -> BundleZip.read(zip))
                .problem()
                .what();
    }

    @Test
    void any_unzip_reads_what_is_written() throws IOException {
        var zip = BundleZip.write(FILES);
        var read = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                read.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        assertThat(read)
                .containsExactly(
                        Map.entry("manifest.json", "{}"),
                        Map.entry("leaves/0.json", "Bằng khen"),
                        Map.entry("empty", ""));
        assertThat(BundleZip.read(zip)).containsOnlyKeys(FILES.keySet());
        assertThat(BundleZip.write(FILES)).as("the same bytes again").isEqualTo(zip);
    }

    @Test
    void no_bit_of_the_container_is_unchecked() {
        var zip = BundleZip.write(FILES);
        for (int bit = 0; bit < zip.length * 8; bit++) {
            var flipped = zip.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(catchThrowableOfType(MalformedBundle.class, () -> BundleZip.read(flipped)))
                    .as("bit " + bit)
                    .isNotNull();
        }
    }

    @Test
    void every_truncation_and_every_tail_is_refused() {
        var zip = BundleZip.write(FILES);
        for (int length = 0; length < zip.length; length++) {
            assertThat(refused(Arrays.copyOf(zip, length))).isEqualTo(What.ZIP_MALFORMED);
        }
        assertThat(refused(Arrays.copyOf(zip, zip.length + 1))).isEqualTo(What.ZIP_MALFORMED);
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(1 << 17);
        assertThat(refused(out.toByteArray())).isEqualTo(What.ZIP_COMPRESSED);
    }

    @Test
    void a_size_that_lies_allocates_nothing() {
        var zip = BundleZip.write(Map.of("a", new byte[10]));
        for (int field : new int[] {18, 22}) {
            zip[field + 3] = 0x7f;
        }
        assertThat(refused(zip)).isEqualTo(What.ZIP_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a", "/etc/passwd", "a/../../b", "a\\b", "C:a", "a//b", "A", "a b", "ă"})
    void a_name_that_leads_elsewhere_is_refused(String name) {
        assertThat(refused(BundleZip.write(Map.of(name, new byte[1]))))
                .isIn(What.NAME_FORBIDDEN, What.ZIP_MALFORMED);
    }

    @Test
    void two_files_of_one_name_are_refused() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("aaaa", new byte[] {1});
        files.put("bbbb", new byte[] {2});
        var zip = new String(BundleZip.write(files), ISO_8859_1);
        assertThat(refused(zip.replace("bbbb", "aaaa").getBytes(ISO_8859_1)))
                .isEqualTo(What.NAME_REPEATED);
    }

    @Test
    void too_many_files_are_refused_before_they_are_kept() {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i <= BundleZip.MAX_FILES; i++) {
            files.put("f" + i, new byte[0]);
        }
        assertThat(refused(BundleZip.write(files))).isEqualTo(What.TOO_LARGE);
    }
}
