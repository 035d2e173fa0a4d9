package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.projection.readmodel.Known;

/// One recipient over all awards: annulled ones that a later appraisal counted as a condition, and
/// how often items were asked for again.
final class Recipients implements Docket<Recipients.Recipient> {
    /// From so many cases on somebody should look.
    static final int MANY = 3;

    /// One recipient.
    ///
    /// @param awards by id
    record Recipient(Map<String, Award> awards, List<Counted> counted, List<Long> cases) {}

    /// An award as appraisals name it, such as `CSTD_CO_SO 2022`.
    record Award(String named, @Nullable Long annulled) {}

    /// What an appraisal counted.
    record Counted(String nomination, String rule, String input, long position) {}

    @Override
    public Class<Recipient> state() {
        return Recipient.class;
    }

    @Override
    public Recipient initial() {
        return new Recipient(Map.of(), List.of(), List.of());
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case AwardDecided e -> List.of(e.line().recipient().tag());
            case AwardAnnulled e when e.recipient() != null -> List.of(e.recipient().tag());
            case AnnulmentRevoked e -> List.of(e.recipient().tag());
            case AppraisalConcluded e -> List.of(e.recipient().tag());
            case ReissueRequested e -> List.of(e.subject().recipient().tag());
            default -> List.of();
        };
    }

    @Override
    public Recipient evolve(Recipient state, Known known, World world) {
        return switch (known.fact().event()) {
            case AwardDecided e -> {
                var named = e.line().award() + " " + known.fact().effectiveOn().getYear();
                yield award(state, e.award().toString(), new Award(named, null));
            }
            case AwardAnnulled e -> annulled(state, e.award().toString(), known.position());
            case AnnulmentRevoked e -> annulled(state, e.award().toString(), null);
            case AppraisalConcluded e -> counted(state, e, known.position());
            case ReissueRequested _ -> {
                var cases = new ArrayList<>(state.cases());
                cases.add(known.position());
                yield new Recipient(state.awards(), state.counted(), cases);
            }
            default -> state;
        };
    }

    private static Recipient award(Recipient state, String id, Award award) {
        var awards = new TreeMap<>(state.awards());
        awards.put(id, award);
        return new Recipient(awards, state.counted(), state.cases());
    }

    private static Recipient annulled(Recipient state, String id, @Nullable Long position) {
        var award = state.awards().get(id);
        return award == null ? state : award(state, id, new Award(award.named(), position));
    }

    private static Recipient counted(Recipient state, AppraisalConcluded e, long position) {
        var counted = new ArrayList<>(state.counted());
        counted.removeIf(c -> c.nomination().equals(e.nomination().tag()));
        for (var check : e.checks()) {
            for (var input : check.inputs()) {
                counted.add(new Counted(e.nomination().tag(), check.rule(), input, position));
            }
        }
        return new Recipient(state.awards(), counted, state.cases());
    }

    @Override
    public List<Found> findings(String thing, Recipient state) {
        var found = new TreeMap<String, Found>();
        for (var award : state.awards().values()) {
            var annulled = award.annulled();
            if (annulled == null || stands(state, award.named())) {
                continue;
            }
            for (var counted : state.counted()) {
                if (counted.input().equals(award.named())) {
                    found.put(
                            counted.nomination(),
                            Found.of(
                                            AnomalyRule.CONDITION_ANNULLED,
                                            counted.nomination(),
                                            annulled,
                                            counted.position())
                                    .saying("rule", counted.rule())
                                    .saying("input", counted.input()));
                }
            }
        }
        var all = new ArrayList<>(found.values());
        if (state.cases().size() >= MANY) {
            all.add(
                    Found.of(AnomalyRule.MANY_REISSUES, thing, state.cases())
                            .saying("count", state.cases().size()));
        }
        return all;
    }

    /// Another award of that name and year is in force.
    private static boolean stands(Recipient state, String named) {
        return state.awards().values().stream()
                .anyMatch(a -> a.named().equals(named) && a.annulled() == null);
    }
}
