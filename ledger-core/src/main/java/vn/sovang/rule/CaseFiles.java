package vn.sovang.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.rule.ReissueRules.Scene;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Document;

/// Many awards with their items, cases and campaigns at once, for lists and for files. Mutable and
/// owned by one decision: folding thousands of rows into copies would cost their square.
public final class CaseFiles {
    private final Map<AwardId, AwardFile> awards = new HashMap<>();
    private final Map<CaseId, ReissueCase> cases = new HashMap<>();
    private final Map<AwardId, Set<CaseId>> casesOf = new HashMap<>();
    private final Map<CampaignId, Survey> campaigns = new HashMap<>();

    /// The same, to be folded further apart from this one.
    public CaseFiles copy() {
        var copy = new CaseFiles();
        copy.awards.putAll(awards);
        copy.cases.putAll(cases);
        casesOf.forEach((award, ids) -> copy.casesOf.put(award, new HashSet<>(ids)));
        campaigns.forEach((id, survey) -> copy.campaigns.put(id, survey.copy()));
        return copy;
    }

    public void apply(Fact fact) {
        switch (fact.event()) {
            case AwardEvent e -> evolve(e.award(), fact);
            case DecisionCorrected e when e.award() != null -> evolve(e.award(), fact);
            case ArtifactEvent e -> evolve(e.award(), fact);
            case SurveyEvent e -> {
                if (e instanceof ItemSurveyed seen && seen.award() != null) {
                    evolve(seen.award(), fact);
                }
                campaigns.computeIfAbsent(e.campaign(), _ -> new Survey()).apply(fact);
            }
            default -> {}
        }
        ReissueCase.caseOf(fact).ifPresent(id -> evolve(id, fact));
    }

    private void evolve(AwardId award, Fact fact) {
        awards.put(award, awards.getOrDefault(award, AwardFile.EMPTY).evolve(fact));
    }

    private void evolve(CaseId id, Fact fact) {
        var one = one(id).evolve(fact);
        cases.put(id, one);
        var subject = one.subject();
        if (subject != null && subject.award() != null) {
            casesOf.computeIfAbsent(subject.award(), _ -> new HashSet<>()).add(id);
        }
    }

    /// The case; a closed book if nobody opened it.
    public ReissueCase one(CaseId id) {
        return cases.getOrDefault(id, ReissueCase.NONE);
    }

    /// The award and its items.
    public AwardFile file(@Nullable AwardId award, AwardTypes types, Units units) {
        var known = award == null ? AwardFile.EMPTY : awards.getOrDefault(award, AwardFile.EMPTY);
        return known.with(types, units);
    }

    /// What the rules about a case look at.
    public Scene scene(CaseId id, @Nullable AwardId award, AwardTypes types, Units units) {
        var others = new ArrayList<ReissueCase>();
        if (award != null) {
            casesOf.getOrDefault(award, Set.of()).stream()
                    .filter(other -> !other.equals(id))
                    .forEach(other -> others.add(one(other)));
        }
        return new Scene(one(id), List.copyOf(others), file(award, types, units), award != null);
    }

    /// The rule that the event breaks, if it breaks one.
    public Optional<Refused> check(
            ArtifactEvent event, AwardTypes types, Units units, LocalDate day, Document document) {
        return event instanceof ArtifactReissued again
                ? ReissueRules.check(
                        again, scene(again.reissueCase(), again.award(), types, units), day)
                : ItemRules.check(event, file(event.award(), types, units), day, document);
    }

    /// The rule that the event breaks, if it breaks one.
    public Optional<Refused> check(CaseEvent event, AwardTypes types, Units units, LocalDate day) {
        return ReissueRules.check(
                event, scene(event.reissueCase(), event.award(), types, units), day);
    }

    /// The rule that the event breaks, if it breaks one.
    public Optional<Refused> check(
            SurveyEvent event, AwardTypes types, Units units, LocalDate day) {
        var award = event instanceof ItemSurveyed seen ? seen.award() : null;
        return campaigns
                .getOrDefault(event.campaign(), new Survey())
                .check(event, file(award, types, units), day);
    }
}
