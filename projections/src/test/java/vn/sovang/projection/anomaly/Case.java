package vn.sovang.projection.anomaly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Actor;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ExceptionId;

/// A history of a few events, told line by line; the first event has position 1.
final class Case {
    private final List<Known> events = new ArrayList<>();
    private @Nullable String recordedOn;

    /// What happened on a day, on paper 1/QĐ-UBND of that day.
    Case on(String day, LedgerEvent event) {
        return paper(day, "1/QĐ-UBND", event);
    }

    /// The same on a paper with that number.
    Case paper(String day, String number, LedgerEvent event) {
        var date = LocalDate.parse(day);
        return add(
                event,
                day,
                new Document.Paper(new DocumentNumber(number), date, "UBND", null, null),
                null,
                null);
    }

    Case withoutPaper(String day, LedgerEvent event) {
        return add(event, day, new Document.None("thất lạc"), null, null);
    }

    /// A signed paper that breaks the rule.
    Case asFound(String rule, String day, LedgerEvent event) {
        var date = LocalDate.parse(day);
        return add(
                event,
                day,
                new Document.Paper(new DocumentNumber("1/QĐ-UBND"), date, "UBND", null, null),
                new AsFound(rule, "văn bản ghi như vậy", "chi"),
                null);
    }

    Case from(Provenance source, String day, LedgerEvent event) {
        var date = LocalDate.parse(day);
        return add(
                event,
                day,
                new Document.Paper(new DocumentNumber("1/QĐ-UBND"), date, "UBND", null, null),
                null,
                source);
    }

    /// What an officer alone could do under an exception only.
    Case under(ExceptionId exception, String day, LedgerEvent event) {
        on(day, event);
        var last = events.removeLast();
        var fact = last.fact().under(exception);
        events.add(
                Known.of(
                        new Recorded(
                                last.position(),
                                last.event().recordedAt(),
                                last.event().id(),
                                fact)));
        return this;
    }

    /// From here on entered on that day; without it on the day of the paper.
    Case recordedOn(String day) {
        recordedOn = day;
        return this;
    }

    private Case add(
            LedgerEvent event,
            String day,
            Document document,
            @Nullable AsFound found,
            @Nullable Provenance source) {
        var fact =
                new Fact(
                        event,
                        LocalDate.parse(day),
                        document,
                        new Actor("u-1", "CLERK", null),
                        new UUID(0, 1),
                        null,
                        null,
                        found,
                        source,
                        null,
                        null);
        var recorded = Instant.parse((recordedOn == null ? day : recordedOn) + "T03:00:00Z");
        long position = events.size() + 1L;
        events.add(Known.of(new Recorded(position, recorded, new UUID(7, position), fact)));
        return this;
    }

    List<Known> events() {
        return List.copyOf(events);
    }
}
