package vn.sovang.projection.anomaly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Provenance.Source;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitLevel;

/// One signed decision and its lines: who signed what on which day, for whom, and when it was
/// entered.
final class DecisionSheets implements Docket<DecisionSheets.Sheet> {
    /// An entry made later than this was not made as part of the work (question 15).
    static final int LATE_DAYS = 30;

    /// Days on which nobody works, beside Saturdays and Sundays. Tết moves and is not among them.
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    /// The levels are those of the law read; decisions of before it are not judged.
    private static final LocalDate LAW_OF_2022 = LocalDate.of(2024, 1, 1);

    /// From here on wards have what districts had (to be verified).
    private static final LocalDate NO_DISTRICTS = LocalDate.of(2025, 7, 1);

    /// One decision.
    ///
    /// @param source why there is no original paper; absent where there is one
    record Sheet(
            @Nullable String unit,
            @Nullable LocalDate day,
            @Nullable Long position,
            long lateDays,
            @Nullable String source,
            List<Line> lines,
            List<Beyond> beyond) {
        Sheet(@Nullable String unit) {
            this(unit, null, null, 0, null, List.of(), List.of());
        }
    }

    /// A line, as far as two may be one too many.
    record Line(String recipient, String award, int number, long position) {}

    /// A line that the authority was not competent for.
    record Beyond(String award, String authority, long position) {}

    @Override
    public Class<Sheet> state() {
        return Sheet.class;
    }

    @Override
    public Sheet initial() {
        return new Sheet(null);
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case DecisionRecorded e -> List.of(e.decision().tag());
            case AwardDecided e -> List.of(e.decision().tag());
            default -> List.of();
        };
    }

    @Override
    public Sheet evolve(Sheet state, Known known, World world) {
        return switch (known.fact().event()) {
            case DecisionRecorded e -> recorded(state, known, e.key().authority().toString());
            case AwardDecided e -> decided(state, known, e, world);
            default -> state;
        };
    }

    private static Sheet recorded(Sheet state, Known known, String unit) {
        var fact = known.fact();
        var entered = LocalDate.ofInstant(known.event().recordedAt(), Origin.VIETNAM);
        long late =
                fact.imported() != null || fact.provenance() != null
                        ? 0
                        : ChronoUnit.DAYS.between(fact.effectiveOn(), entered);
        return new Sheet(
                unit,
                fact.effectiveOn(),
                known.position(),
                late,
                source(known),
                state.lines(),
                state.beyond());
    }

    private static @Nullable String source(Known known) {
        if (known.fact().document() instanceof Document.None none) {
            return none.reason();
        }
        var provenance = known.fact().provenance();
        return provenance != null && provenance.source() == Source.RECONSTRUCTED_FROM_REPORT
                ? provenance.source().name()
                : null;
    }

    private static Sheet decided(Sheet state, Known known, AwardDecided e, World world) {
        var lines = new ArrayList<>(state.lines());
        var name = world.awardName(e.line().award());
        lines.add(
                new Line(e.line().recipient().toString(), name, e.lineNumber(), known.position()));
        var beyond = new ArrayList<>(state.beyond());
        if (!isCompetent(e, known.fact().effectiveOn(), world)) {
            beyond.add(new Beyond(name, world.unitName(e.key().authority()), known.position()));
        }
        return new Sheet(
                e.key().authority().toString(),
                state.day(),
                state.position(),
                state.lateDays(),
                state.source(),
                lines,
                beyond);
    }

    /// Luật Thi đua, khen thưởng 2022 Điều 77–80: the levels that confer a level of award. What is
    /// not known is not judged; department heads confer a giấy khen of their own (Điều 80.1).
    private static boolean isCompetent(AwardDecided e, LocalDate day, World world) {
        var type = world.type(e.line().award());
        var unit = world.unit(e.key().authority());
        var code = e.line().award().value();
        if (type == null || unit == null || day.isBefore(LAW_OF_2022) || code.equals("GK_SO")) {
            return true;
        }
        return levels(type.level(), day).contains(unit.level());
    }

    private static Set<UnitLevel> levels(AwardLevel award, LocalDate day) {
        return switch (award) {
            case NHA_NUOC, CHINH_PHU -> Set.of(UnitLevel.TRUNG_UONG);
            case BO_TINH -> Set.of(UnitLevel.TRUNG_UONG, UnitLevel.TINH);
            case HUYEN ->
                    day.isBefore(NO_DISTRICTS)
                            ? Set.of(UnitLevel.HUYEN)
                            : Set.of(UnitLevel.HUYEN, UnitLevel.XA);
            case XA -> Set.of(UnitLevel.XA);
            case CO_SO, KHONG_RO -> Set.of(UnitLevel.values());
        };
    }

    @Override
    public List<Found> findings(String thing, Sheet state) {
        var found = new ArrayList<Found>();
        for (var beyond : state.beyond()) {
            found.add(
                    Found.of(
                                    AnomalyRule.AWARD_BEYOND_COMPETENCE,
                                    thing,
                                    state.beyond().stream().map(Beyond::position).toList())
                            .saying("award", beyond.award())
                            .saying("unit", beyond.authority()));
            break;
        }
        twice(thing, state, found);
        var day = state.day();
        var position = state.position();
        if (day != null && position != null) {
            ofThePaper(thing, state, new Signed(day, position), found);
        }
        return found.stream().map(f -> f.ofUnit(state.unit())).toList();
    }

    private record Signed(LocalDate day, long position) {}

    private static void ofThePaper(String thing, Sheet state, Signed signed, List<Found> found) {
        if (isFree(signed.day()) && state.source() == null) {
            found.add(
                    Found.of(AnomalyRule.SIGNED_ON_NON_WORKING_DAY, thing, signed.position())
                            .saying("day", signed.day()));
        }
        if (state.lateDays() > LATE_DAYS) {
            found.add(
                    Found.of(AnomalyRule.RECORDED_LATE, thing, signed.position())
                            .saying("day", signed.day())
                            .saying("days", state.lateDays()));
        }
        var source = state.source();
        if (source != null) {
            found.add(
                    Found.of(AnomalyRule.WITHOUT_PAPER, thing, signed.position())
                            .saying("source", source));
        }
    }

    private static boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(MonthDay.from(day));
    }

    private static void twice(String thing, Sheet state, List<Found> found) {
        var seen = new TreeMap<String, Line>();
        var told = new HashSet<String>();
        for (var line : state.lines()) {
            var first = seen.putIfAbsent(line.recipient() + " " + line.award(), line);
            if (first != null && told.add(line.recipient())) {
                found.add(
                        Found.of(
                                        AnomalyRule.RECIPIENT_TWICE_IN_DECISION,
                                        thing + ":" + first.number(),
                                        first.position(),
                                        line.position())
                                .saying("lines", first.number() + ", " + line.number())
                                .saying("award", line.award()));
            }
        }
    }
}
