package vn.sovang.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sovang.event.EventCatalogue;

/// The reference of the events says what the code says.
class EventReferenceTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = ROOT.resolve("docs/reference/events");

    private static EventReference reference;

    @BeforeAll
    static void read() throws IOException {
        reference = new EventReference(ROOT.resolve("ledger-core"), labels());
    }

    private static Map<String, String> labels() throws IOException {
        var bundle = new Properties();
        var file = ROOT.resolve("ledger-api/src/main/resources/messages.properties");
        try (var reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        var labels = new HashMap<String, String>();
        for (var name : EventCatalogue.names()) {
            labels.put(name, bundle.getProperty("event." + name));
        }
        return labels;
    }

    @Test
    void every_event_says_what_it_is_who_records_it_and_how_it_is_corrected() {
        assertThat(reference.gaps()).isEmpty();
    }

    @Test
    void the_pages_are_what_the_code_says() throws IOException {
        var pages = reference.pages();
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(PAGES);
            for (var page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(pages).hasSizeGreaterThan(10);
        try (var written = Files.list(PAGES)) {
            assertThat(written.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
        for (var page : pages.entrySet()) {
            assertThat(Files.readString(PAGES.resolve(page.getKey())))
                    .as("%s; -Dreference.write=true makes it again", page.getKey())
                    .isEqualTo(page.getValue());
        }
    }
}
