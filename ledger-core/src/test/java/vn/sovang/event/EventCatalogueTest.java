package vn.sovang.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    @Test
    void stored_names_are_never_taken_back_or_changed() throws IOException {
        var frozen = Files.readAllLines(Path.of("src/test/resources/catalogue.txt"));
        assertThat(frozen).isNotEmpty();
        assertThat(EventCatalogue.names())
                .as("a new event is added to catalogue.txt; a line is never removed")
                .containsExactlyInAnyOrderElementsOf(frozen);
    }

    @Test
    void every_event_has_a_stored_name() {
        var records = new HashSet<Class<?>>();
        collect(LedgerEvent.class, records);
        assertThat(records).hasSize(EventCatalogue.names().size());
        assertThat(records).allSatisfy(r -> assertThat(EventCatalogue.nameOf(r)).isNotBlank());
    }

    private static void collect(Class<?> type, Set<Class<?>> records) {
        if (!type.isSealed()) {
            records.add(type);
            return;
        }
        for (var permitted : type.getPermittedSubclasses()) {
            collect(permitted, records);
        }
    }
}
