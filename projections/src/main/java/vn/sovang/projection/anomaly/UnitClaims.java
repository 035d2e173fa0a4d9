package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.UnitLevel;

/// How many wards and communes a paper says there are, against how many there were on its last day.
/// A report that speaks of a merger still to come gives itself away by the number.
final class UnitClaims implements Docket<UnitClaims.Wards> {
    /// Wards by superior, and what papers say of their number. One for the whole ledger: mergers do
    /// not name the superior.
    record Wards(Map<String, Ward> wards, List<Said> said) {}

    /// A ward or commune.
    ///
    /// @param from first day; absent where nobody knows it
    /// @param until first day without it
    record Ward(
            String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long ended) {}

    /// A number a paper gives.
    record Said(
            String report, String unit, LocalDate day, String place, int value, long position) {}

    @Override
    public Class<Wards> state() {
        return Wards.class;
    }

    @Override
    public Wards initial() {
        return new Wards(Map.of(), List.of());
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case UnitRegistered e when e.level() == UnitLevel.XA && e.parent() != null -> ALL;
            case UnitMerged _, UnitSplit _, UnitAbolished _ -> ALL;
            case PaperReportRecorded e
                    when e.claims().stream().anyMatch(c -> c.measure() == ClaimedMeasure.UNITS) ->
                    ALL;
            default -> List.of();
        };
    }

    private static final List<String> ALL = List.of("all");

    @Override
    public Wards evolve(Wards state, Known known, World world) {
        return switch (known.fact().event()) {
            case UnitRegistered e when e.parent() != null -> {
                var wards = new TreeMap<>(state.wards());
                var parent = e.parent().toString();
                wards.put(e.unit().toString(), new Ward(parent, e.existsFrom(), null, null));
                yield new Wards(wards, state.said());
            }
            case UnitEvent e -> ended(state, e.unit().toString(), known);
            case PaperReportRecorded e -> {
                var said = new ArrayList<>(state.said());
                for (var claim : e.claims()) {
                    if (claim.measure() == ClaimedMeasure.UNITS) {
                        said.add(
                                new Said(
                                        e.report().tag(),
                                        e.unit().toString(),
                                        e.to(),
                                        claim.place(),
                                        claim.value(),
                                        known.position()));
                    }
                }
                yield new Wards(state.wards(), said);
            }
            default -> state;
        };
    }

    private static Wards ended(Wards state, String unit, Known known) {
        var ward = state.wards().get(unit);
        if (ward == null || ward.until() != null) {
            return state;
        }
        var wards = new TreeMap<>(state.wards());
        wards.put(
                unit,
                new Ward(ward.parent(), ward.from(), known.fact().effectiveOn(), known.position()));
        return new Wards(wards, state.said());
    }

    @Override
    public List<Found> findings(String thing, Wards state) {
        var found = new ArrayList<Found>();
        for (int i = 0; i < state.said().size(); i++) {
            var said = state.said().get(i);
            var evidence = new ArrayList<>(List.of(said.position()));
            int there = 0;
            for (var ward : state.wards().values()) {
                if (ward.parent().equals(said.unit()) && existed(ward, said.day())) {
                    there++;
                    if (ward.ended() != null) {
                        evidence.add(ward.ended());
                    }
                }
            }
            if (there != said.value()) {
                found.add(
                        Found.of(
                                        AnomalyRule.UNITS_CLAIM_DIFFERS,
                                        said.report() + ":UNITS-" + said.value(),
                                        evidence)
                                .saying("claimed", said.value())
                                .saying("there", there)
                                .saying("day", said.day())
                                .saying("place", said.place())
                                .ofUnit(said.unit()));
            }
        }
        return found;
    }

    private static boolean existed(Ward ward, LocalDate day) {
        var from = ward.from();
        var until = ward.until();
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
