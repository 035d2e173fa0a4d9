package vn.sovang.founding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.founding.ReferenceData.UnitRow;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;

/// The shipped reference data as the first facts of a new log: award types, texts of law, units,
/// and the rearrangements of 2024 and 2025 that led from sixteen of them to six.
public final class ReferenceFacts {
    private ReferenceFacts() {}

    /// All of them, with the circumstances of the opening; what became of a unit on its own day and
    /// by its own paper.
    public static List<Fact> of(Origin opening) {
        var facts = new ArrayList<Fact>();
        ReferenceData.awardTypes().forEach(type -> facts.add(opening.fact(type)));
        ReferenceData.legalTexts().forEach(text -> facts.add(opening.fact(text)));
        ReferenceData.units().forEach(unit -> facts.add(registered(opening, unit)));
        for (var change : ReferenceData.unitHistory()) {
            var paper = paper(change.document(), change.documentDate());
            facts.add(on(opening, change.day(), paper, change.event()));
        }
        return facts;
    }

    /// A unit that a paper made is registered on its first day, by that paper; of the others the
    /// ledger knows only that they were there.
    private static Fact registered(Origin opening, UnitRow unit) {
        var event =
                new UnitRegistered(
                        unit.unit(),
                        unit.name(),
                        unit.authorityName(),
                        unit.level(),
                        unit.parent(),
                        unit.statisticalCode(),
                        unit.existsFrom(),
                        true);
        var from = unit.existsFrom();
        var basis = unit.legalBasis();
        return from == null || basis == null
                ? opening.fact(event)
                : on(opening, from, paper(basis, null), event);
    }

    private static Fact on(Origin opening, LocalDate day, Document paper, LedgerEvent event) {
        return new Origin(
                        opening.request(),
                        opening.by(),
                        opening.onBehalfOf(),
                        opening.at(),
                        paper,
                        day,
                        null)
                .fact(event);
    }

    private static Document paper(String number, @Nullable LocalDate date) {
        return new Document.Paper(
                new DocumentNumber(number), date, authorityOf(number), null, null);
    }

    private static String authorityOf(String number) {
        return number.contains("UBTVQH") ? "Ủy ban Thường vụ Quốc hội" : "Quốc hội";
    }
}
