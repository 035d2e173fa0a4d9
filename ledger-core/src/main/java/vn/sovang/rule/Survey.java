package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_ALREADY_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.CAMPAIGN_ALREADY_OPEN;
import static vn.sovang.decider.RefusalCode.CAMPAIGN_CLOSED;
import static vn.sovang.decider.RefusalCode.CAMPAIGN_DIFFERS;
import static vn.sovang.decider.RefusalCode.CAMPAIGN_UNKNOWN;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.FIGURES_DIFFER;
import static vn.sovang.decider.RefusalCode.ITEM_ALREADY_SURVEYED;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.Fact;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemCount;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.ProposalCount;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReissueKind;

/// One survey campaign and what its sheets come to. Mutable and owned by one decision: a campaign
/// has thousands of sheets.
public final class Survey {
    private @Nullable SurveyCampaignOpened opened;
    private boolean closed;
    private LocalDate openedOn = LocalDate.MIN;
    private LocalDate lastOn = LocalDate.MIN;
    private final Set<Looked> looked = new HashSet<>();
    private final Map<ItemCount, Integer> counts = new LinkedHashMap<>();
    private final Map<ReissueKind, Integer> proposals = new EnumMap<>(ReissueKind.class);
    private int surveyed;
    private int withoutDecision;

    private record Looked(RecipientId recipient, ArtifactKind kind) {}

    /// The same campaign, to be folded further apart from this one.
    public Survey copy() {
        var copy = new Survey();
        copy.opened = opened;
        copy.closed = closed;
        copy.openedOn = openedOn;
        copy.lastOn = lastOn;
        copy.looked.addAll(looked);
        copy.counts.putAll(counts);
        copy.proposals.putAll(proposals);
        copy.surveyed = surveyed;
        copy.withoutDecision = withoutDecision;
        return copy;
    }

    public void apply(Fact fact) {
        switch (fact.event()) {
            case SurveyCampaignOpened e -> {
                opened = e;
                openedOn = fact.effectiveOn();
            }
            case ItemSurveyed e -> {
                count(e);
                lastOn = later(lastOn, fact.effectiveOn());
            }
            case SurveyCampaignClosed _ -> closed = true;
            default -> {}
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private void count(ItemSurveyed e) {
        looked.add(new Looked(e.recipient(), e.kind()));
        counts.merge(
                new ItemCount(e.ward(), e.kind(), e.condition(), e.life(), 0), 1, Integer::sum);
        var proposed = e.proposed();
        if (proposed != null) {
            proposals.merge(proposed, 1, Integer::sum);
        }
        surveyed++;
        withoutDecision += e.award() == null ? 1 : 0;
    }

    /// What the recorded sheets come to.
    public Summary summary() {
        return new Summary(
                counts.entrySet().stream()
                        .map(e ->
                                new ItemCount(
                                        e.getKey().ward(),
                                        e.getKey().kind(),
                                        e.getKey().condition(),
                                        e.getKey().life(),
                                        e.getValue()))
                        .toList(),
                proposals.entrySet().stream()
                        .map(e -> new ProposalCount(e.getKey(), e.getValue()))
                        .toList(),
                surveyed,
                withoutDecision);
    }

    /// The rule that the event breaks, if it breaks one.
    ///
    /// @param file the award and items it names; only types and units where it names none
    public Optional<Refused> check(SurveyEvent event, AwardFile file, LocalDate day) {
        return switch (event) {
            case SurveyCampaignOpened e ->
                    Checks.first(
                            unless(() -> opened == null, refuse(CAMPAIGN_ALREADY_OPEN)),
                            () -> file.units().check(e.unit(), day));
            case ItemSurveyed e ->
                    Checks.first(
                            () -> checkRunning(day, openedOn),
                            () -> checkSame(e),
                            unless(
                                    () -> !looked.contains(new Looked(e.recipient(), e.kind())),
                                    refuse(ITEM_ALREADY_SURVEYED)),
                            () -> file.units().check(e.ward(), day),
                            () -> file.checkPart(e.awardCode(), e.kind()),
                            () -> checkItem(e, file, day));
            case SurveyCampaignClosed e ->
                    Checks.first(
                            () -> checkRunning(day, later(openedOn, lastOn)),
                            unless(
                                    () -> e.unit().equals(Objects.requireNonNull(opened).unit()),
                                    refuse(CAMPAIGN_DIFFERS)),
                            unless(() -> same(e.summary(), summary()), refuse(FIGURES_DIFFER)));
        };
    }

    private Optional<Refused> checkRunning(LocalDate day, LocalDate notBefore) {
        return Checks.first(
                unless(() -> opened != null, refuse(CAMPAIGN_UNKNOWN)),
                unless(() -> !closed, refuse(CAMPAIGN_CLOSED)),
                unless(
                        () -> !day.isBefore(notBefore),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", notBefore)));
    }

    private Optional<Refused> checkSame(ItemSurveyed e) {
        var campaign = Objects.requireNonNull(opened);
        return e.awardCode().equals(campaign.award()) && e.unit().equals(campaign.unit())
                ? Optional.empty()
                : Optional.of(refuse(CAMPAIGN_DIFFERS));
    }

    /// A sheet that names an award line names one that is that award, and an item that is that
    /// item; a recipient without a decision has neither, and that is a result.
    private static Optional<Refused> checkItem(ItemSurveyed e, AwardFile file, LocalDate day) {
        if (e.award() == null) {
            return Optional.empty();
        }
        var artifact = e.artifact();
        return Checks.first(
                file::checkDecided,
                () -> file.checkNamed(e.awardCode()),
                () ->
                        artifact == null || e.origin() == ItemOrigin.KHAO_SAT
                                ? Optional.empty()
                                : file.items().checkKnown(artifact, day),
                unless(
                        () ->
                                artifact == null
                                        || e.origin() == ItemOrigin.KHAO_SAT
                                        || file.items()
                                                .of(artifact)
                                                .filter(i -> i.kind() == e.kind())
                                                .isPresent(),
                        refuse(ARTIFACT_UNKNOWN)),
                unless(
                        () ->
                                e.origin() != ItemOrigin.KHAO_SAT
                                        || !file.items().hasActive(e.kind()),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", e.kind())));
    }

    /// Figures agree in whatever order they are told.
    private static boolean same(Summary told, Summary counted) {
        return told.surveyed() == counted.surveyed()
                && told.withoutDecision() == counted.withoutDecision()
                && bag(told.items()).equals(bag(counted.items()))
                && bag(told.proposals()).equals(bag(counted.proposals()));
    }

    private static Map<Object, Integer> bag(List<?> lines) {
        var bag = new HashMap<Object, Integer>();
        lines.forEach(line -> bag.merge(line, 1, Integer::sum));
        return bag;
    }
}
