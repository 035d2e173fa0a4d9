package vn.sovang.projection.testing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Actor;
import vn.sovang.event.Arrival;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ImportId;

/// A paper of a day, and the facts it makes.
public record Paper(
        LocalDate on, String number, @Nullable Provenance provenance, @Nullable ImportId imported) {
    public static Paper of(String on, String number) {
        return new Paper(LocalDate.parse(on), number, null, null);
    }

    public Paper from(Provenance source) {
        return new Paper(on, number, source, imported);
    }

    public Paper in(ImportId file) {
        return new Paper(on, number, provenance, file);
    }

    public Fact fact(LedgerEvent event) {
        return fact(event, null);
    }

    /// The paper came to the office, as it says.
    public Fact fact(LedgerEvent event, @Nullable Arrival arrival) {
        return new Fact(
                event,
                on,
                new Document.Paper(new DocumentNumber(number), on, "UBND", null, null),
                new Actor("u-1", "CLERK", null),
                new UUID(0, 1),
                null,
                arrival,
                null,
                provenance,
                imported,
                null);
    }
}
