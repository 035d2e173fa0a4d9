package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AUTHORITY_NOT_COMPETENT;
import static vn.sovang.decider.RefusalCode.COMPETENCE_NOT_DETERMINED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.rule.UnitHistory.Then;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.UnitId;

/// Who may act on what a body conferred (*thẩm quyền*, *thẩm quyền kế thừa*): by the order of units
/// on the day, or by a determination. After the districts were dissolved no text says for every act
/// who follows them, so nothing is inferred from lineage: only what was determined counts.
public record Competence(List<Determined> determined, UnitHistory units) {
    public static final Competence NONE = new Competence(List.of(), UnitHistory.NONE);

    /// The President as the units name him.
    private static final String PRESIDENT = "Chủ tịch nước";

    /// One determination and the days on which it holds.
    public record Determined(CompetenceDetermined event, LocalDate from) {
        boolean holdsOn(LocalDate day) {
            var until = event.until();
            return until == null || !day.isAfter(until);
        }
    }

    public Competence {
        determined = List.copyOf(determined);
    }

    /// The determinations that name a unit, on either side.
    public static TagQuery of(UnitId unit) {
        return TagQuery.of(unit.tag(), CompetenceDetermined.class);
    }

    public Competence evolve(Fact fact) {
        if (!(fact.event() instanceof CompetenceDetermined event)) {
            return new Competence(determined, units.evolve(fact));
        }
        var all = new ArrayList<>(determined);
        all.add(new Determined(event, fact.effectiveOn()));
        return new Competence(all, units);
    }

    /// Whether it was determined that a unit may act for another on that day. Of several
    /// determinations for the same acts the one counts that begins last.
    public boolean has(UnitId acting, UnitId authority, CompetenceScope act, LocalDate day) {
        var latest = new EnumMap<CompetenceScope, Determined>(CompetenceScope.class);
        for (var d : determined) {
            var event = d.event();
            boolean meant = event.acting().equals(acting) && event.unit().equals(authority);
            if (meant && event.scope().covers(act) && !day.isBefore(d.from())) {
                latest.merge(event.scope(), d, (a, b) -> b.from().isBefore(a.from()) ? a : b);
            }
        }
        return latest.values().stream().anyMatch(d -> d.holdsOn(day));
    }

    /// Luật Thi đua, khen thưởng 2022 Điều 93.8: who may confer may annul, and whoever stands
    /// above; for an authority that is no more, whoever was determined.
    public Optional<Refused> checkConferrer(
            UnitId acting, UnitId conferrer, CompetenceScope act, LocalDate day) {
        var seen = new HashSet<UnitId>();
        for (var at = conferrer; at != null && seen.add(at); at = units.above(at, day)) {
            if (at.equals(acting) || has(acting, at, act, day)) {
                return Optional.empty();
            }
        }
        return units.asThen(conferrer, day).isPresent()
                ? no(acting, day)
                : Optional.of(refuse(COMPETENCE_NOT_DETERMINED, "day", day));
    }

    /// Luật Thi đua, khen thưởng 2022 Điều 93.7: only the President strips and restores.
    public Optional<Refused> checkPresident(UnitId authority, LocalDate day) {
        return units.asThen(authority, day)
                        .map(Then::authorityName)
                        .filter(PRESIDENT::equals)
                        .isPresent()
                ? Optional.empty()
                : no(authority, day);
    }

    private Optional<Refused> no(UnitId authority, LocalDate day) {
        var name = units.asThen(authority, day).map(Then::authorityName);
        return Optional.of(
                refuse(AUTHORITY_NOT_COMPETENT, "unit", name.orElse(authority.toString())));
    }
}
