package vn.sovang.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What reviewers would otherwise say again and again, asked of the sources. Every rule counts what
/// it saw, so that it cannot pass on an empty set.
class HouseRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MAX_LINE = 100;
    private static final int MAX_FUNCTION = 70;
    private static final int MAX_FILE = 600;
    private static final Pattern FUNCTION_START =
            Pattern.compile(
                    "^( ++)(?!if|for|while|switch|try|catch|synchronized|return|new |case |})"
                            + ".*\\) ?(throws .*)?\\{$");

    /// Spelled in parts, so that the rule does not find itself.
    private static final List<String> FORBIDDEN =
            List.of(
                    "repo.maven" + ".apache.org",
                    "registry.npmjs" + ".org",
                    "/wo" + "rk/",
                    "../sha" + "red",
                    "TO" + "DO",
                    "FIX" + "ME",
                    "@auth" + "or",
                    "@Dis" + "abled");

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("/target/"))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void lines_files_and_functions_are_short() throws IOException {
        var sources = sources();
        assertThat(sources).hasSizeGreaterThan(200);
        var long_ = new ArrayList<String>();
        int functions = 0;
        for (var file : sources) {
            var lines = lines(file);
            if (lines.size() > MAX_FILE) {
                long_.add(file + " has " + lines.size() + " lines: does it hold one idea?");
            }
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                if (line.length() > MAX_LINE && !isTable(line)) {
                    long_.add(file + ":" + (i + 1) + " is longer than " + MAX_LINE);
                }
                var start = FUNCTION_START.matcher(line);
                var first = start.matches() ? beginning(lines, i) : "record ";
                if (!first.contains("record ")) {
                    functions++;
                    var close = " ".repeat(width(first)) + "}";
                    int end = lines.subList(i, lines.size()).indexOf(close);
                    if (end > MAX_FUNCTION) {
                        long_.add(file + ":" + (i + 1) + " is a function of " + end + " lines");
                    }
                }
            }
        }
        assertThat(functions).as("functions seen").isGreaterThan(800);
        assertThat(long_).isEmpty();
    }

    /// Rows of a table in a doc comment cannot be broken, imports neither.
    private static boolean isTable(String line) {
        return line.strip().startsWith("/// |") || line.startsWith("import");
    }

    /// The line a signature begins on: one broken over lines ends eight columns to the right of it.
    private static String beginning(List<String> lines, int lastOfSignature) {
        var last = lines.get(lastOfSignature);
        boolean whole = count(last, ')') <= count(last, '(');
        int width = width(last) - 8;
        int at = lastOfSignature;
        while (!whole && at > 0 && width(lines.get(at)) != width) {
            at--;
        }
        return lines.get(at);
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private static int width(String line) {
        return line.length() - line.stripLeading().length();
    }

    @Test
    void every_package_says_what_it_is() throws IOException {
        var packages = new HashSet<Path>();
        var silent = new ArrayList<Path>();
        for (var file : sources()) {
            if (file.toString().contains("/src/main/")) {
                packages.add(file.getParent());
            }
        }
        for (var folder : packages) {
            var info = folder.resolve("package-info.java");
            if (!Files.exists(info)
                    || !lines(info).getFirst().startsWith("///")
                    || !Files.readString(info).contains("@NullMarked")) {
                silent.add(folder);
            }
        }
        assertThat(packages).hasSizeGreaterThan(25);
        assertThat(silent).as("packages without a described, null-marked package-info").isEmpty();
    }

    @Test
    void nothing_of_a_machine_and_no_loose_ends_are_committed() throws IOException {
        var found = new ArrayList<String>();
        int seen = 0;
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(HouseRulesTest::isText).toList()) {
                seen++;
                var text = Files.readString(file);
                for (var forbidden : FORBIDDEN) {
                    if (text.contains(forbidden)) {
                        found.add(file + " holds " + forbidden);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(250);
        assertThat(found).isEmpty();
    }

    private static boolean isText(Path file) {
        var name = file.toString();
        return Files.isRegularFile(file)
                && !name.contains("/target/")
                && !name.contains("/.git/")
                && !name.contains("/data/")
                && Pattern.compile(
                                "\\.(java|xml|md|yml|properties|sql|html|css|csv|sh)$"
                                        + "|/sovang$|/run$")
                        .matcher(name)
                        .find();
    }

    @Test
    void tests_wait_for_conditions_not_for_time() throws IOException {
        var tests =
                sources().stream()
                        .filter(f -> f.toString().contains("/src/test/"))
                        .filter(f -> !f.endsWith("HouseRulesTest.java"))
                        .toList();
        assertThat(tests).hasSizeGreaterThan(40);
        assertThat(tests)
                .allSatisfy(f -> assertThat(Files.readString(f)).doesNotContain("Thread.sleep("));
    }
}
