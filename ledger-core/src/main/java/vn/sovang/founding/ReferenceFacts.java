package vn.sovang.founding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.founding.ReferenceData.UnitRow;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;

/// The shipped reference data as the first facts of a new log: award types, units, and the two
/// rearrangements of 2024 and 2025 that ended sixteen of them.
public final class ReferenceFacts {
    private ReferenceFacts() {}

    /// All of them, with the circumstances of the opening; each end of a unit on its own day and
    /// paper.
    public static List<Fact> of(Origin opening) {
        var facts = new ArrayList<Fact>();
        ReferenceData.awardTypes().forEach(type -> facts.add(opening.fact(type)));
        var units = ReferenceData.units();
        for (var unit : units) {
            facts.add(
                    opening.fact(
                            new UnitRegistered(
                                    unit.unit(),
                                    unit.name(),
                                    unit.authorityName(),
                                    unit.level(),
                                    unit.parent(),
                                    unit.statisticalCode(),
                                    unit.existsFrom(),
                                    true)));
        }
        for (var unit : units) {
            if (unit.mergedOn() != null) {
                var into = Objects.requireNonNull(unit.mergedInto());
                facts.add(end(opening, unit, unit.mergedOn(), new UnitMerged(unit.unit(), into)));
            }
            if (unit.abolishedOn() != null) {
                facts.add(
                        end(
                                opening,
                                unit,
                                unit.abolishedOn(),
                                new UnitAbolished(unit.unit(), unit.successors())));
            }
        }
        return facts;
    }

    private static Fact end(Origin opening, UnitRow unit, LocalDate day, LedgerEvent event) {
        return new Origin(
                        opening.request(),
                        opening.by(),
                        opening.onBehalfOf(),
                        opening.at(),
                        paper(unit.legalBasis()),
                        day,
                        null)
                .fact(event);
    }

    private static Document paper(@Nullable String number) {
        return number == null
                ? new Document.None("chưa rõ văn bản")
                : new Document.Paper(
                        new DocumentNumber(number), null, authorityOf(number), null, null);
    }

    private static String authorityOf(String number) {
        return number.contains("UBTVQH") ? "Ủy ban Thường vụ Quốc hội" : "Quốc hội";
    }
}
