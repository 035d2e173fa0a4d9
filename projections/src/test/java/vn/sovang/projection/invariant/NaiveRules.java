package vn.sovang.projection.invariant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.DutyEvent.CombinedDutiesAllowed;
import vn.sovang.event.DutyEvent.CombinedDutiesEnded;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierCompleted;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.ReissueKind;

/// The rules once more, in the plainest way: looks through everything told before about one award
/// and its nomination, and says which rule the next fact breaks. Shares no code with the deciders.
record NaiveRules(List<Fact> before) {
    private enum Place {
        KEEPER,
        LOST,
        OFFICE,
        DESTROYED
    }

    private record Item(ArtifactKind kind, Place place, LocalDate since, boolean replaced) {
        boolean active() {
            return !replaced && place != Place.DESTROYED;
        }
    }

    /// The rule that the fact breaks; null if none.
    @Nullable RefusalCode broken(Fact next) {
        return switch (next.event()) {
            case ArtifactIssued e -> first(taken(), active(e.kind(), null));
            case ArtifactReportedLost e -> unless(at(e.artifact(), Place.KEEPER), notActive());
            case ArtifactHandedIn e -> unless(at(e.artifact(), Place.KEEPER), notActive());
            case ArtifactReturnedUnchanged e ->
                    first(inOffice(e.artifact()), unless(active(e.artifact()), notActive()));
            case ArtifactDestroyed e ->
                    first(
                            unless(
                                    next.document() instanceof Document.Paper,
                                    RefusalCode.DOCUMENT_MISSING),
                            inOffice(e.artifact()));
            case ReissueRequested e ->
                    first(
                            taken(),
                            unless(opened(e.subject().kind()) == 0, RefusalCode.CASE_ALREADY_OPEN),
                            free(e.subject().kind(), e.subject().artifact(), next.effectiveOn()));
            case ReissueApproved _ -> first(approved(), unless(confirmed(), unconfirmed()));
            case EntitlementNotConfirmed _ -> approved();
            case ArtifactReissued e ->
                    first(
                            unless(made(e.reissueCase()) == 0, RefusalCode.CASE_SETTLED),
                            taken(),
                            free(kindOf(e.reissueCase()), e.replaces(), next.effectiveOn()));
            case AwardAnnulled _, HonourStripped _ -> taken();
            case HonourRestored _ -> unless(stripped(), RefusalCode.AWARD_NOT_STRIPPED);
            case AwardPresented _ -> first(presented(), taken());
            case DecisionRecorded e ->
                    unless(
                            none(DecisionRecorded.class, d -> d.key().equals(e.key())),
                            RefusalCode.DECISION_NUMBER_TAKEN);
            case AwardDecided e -> decided(e, next);
            case DossierCompleted _ ->
                    first(answered(), unless(returned(), RefusalCode.DOSSIER_NOT_RETURNED));
            case AppraisalConcluded e ->
                    first(
                            unless(
                                    none(AppraisalConcluded.class, _ -> true),
                                    RefusalCode.DOSSIER_NOT_RECEIVED),
                            mayNot(next, e.nomination(), RefusalCode.FILER_MAY_NOT_APPRAISE));
            case CouncilVoted _ ->
                    first(
                            answered(),
                            unless(
                                    none(CouncilVoted.class, _ -> true),
                                    RefusalCode.DOSSIER_NOT_RECEIVED));
            default -> null;
        };
    }

    private static @Nullable RefusalCode first(@Nullable RefusalCode... codes) {
        return Stream.of(codes).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable RefusalCode unless(boolean holds, RefusalCode code) {
        return holds ? null : code;
    }

    private static RefusalCode notActive() {
        return RefusalCode.ARTIFACT_NOT_ACTIVE;
    }

    private static RefusalCode unconfirmed() {
        return RefusalCode.ENTITLEMENT_NOT_CONFIRMED;
    }

    private <E extends LedgerEvent> Stream<E> all(Class<E> type) {
        return before.stream().map(Fact::event).filter(type::isInstance).map(type::cast);
    }

    private <E extends LedgerEvent> boolean none(Class<E> type, Predicate<E> which) {
        return all(type).noneMatch(which);
    }

    /// The last fact of either type.
    private @Nullable LedgerEvent last(
            Class<? extends LedgerEvent> one, Class<? extends LedgerEvent> other) {
        return before.stream()
                .map(Fact::event)
                .filter(e -> one.isInstance(e) || other.isInstance(e))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private boolean stripped() {
        return last(HonourStripped.class, HonourRestored.class) instanceof HonourStripped;
    }

    private @Nullable RefusalCode taken() {
        return first(
                unless(none(AwardAnnulled.class, _ -> true), RefusalCode.AWARD_ANNULLED),
                unless(!stripped(), RefusalCode.AWARD_STRIPPED));
    }

    private @Nullable RefusalCode presented() {
        boolean handedOver =
                last(AwardPresented.class, HonourRestored.class) instanceof AwardPresented;
        return unless(!handedOver, RefusalCode.AWARD_ALREADY_PRESENTED);
    }

    private Map<ArtifactId, Item> items() {
        var items = new HashMap<ArtifactId, Item>();
        for (var fact : before) {
            var on = fact.effectiveOn();
            switch (fact.event()) {
                case ArtifactIssued e ->
                        items.put(e.artifact(), new Item(e.kind(), Place.KEEPER, on, false));
                case ArtifactReportedLost e -> move(items, e.artifact(), Place.LOST, on);
                case ArtifactHandedIn e -> move(items, e.artifact(), Place.OFFICE, on);
                case ArtifactReturnedUnchanged e -> move(items, e.artifact(), Place.KEEPER, on);
                case ArtifactDestroyed e -> move(items, e.artifact(), Place.DESTROYED, on);
                case ArtifactReissued e -> {
                    var old = Objects.requireNonNull(items.get(e.replaces()));
                    items.put(
                            Objects.requireNonNull(e.replaces()),
                            new Item(old.kind, old.place, old.since, true));
                    items.put(e.artifact(), new Item(e.kind(), Place.KEEPER, on, false));
                }
                default -> {}
            }
        }
        return items;
    }

    private static void move(
            Map<ArtifactId, Item> items, ArtifactId artifact, Place place, LocalDate on) {
        var item = Objects.requireNonNull(items.get(artifact));
        items.put(artifact, new Item(item.kind, place, on, item.replaced));
    }

    private boolean at(ArtifactId artifact, Place place) {
        var item = items().get(artifact);
        return item != null && item.place == place;
    }

    private boolean active(ArtifactId artifact) {
        return Objects.requireNonNull(items().get(artifact)).active();
    }

    private @Nullable RefusalCode inOffice(ArtifactId artifact) {
        return unless(at(artifact, Place.OFFICE), RefusalCode.ARTIFACT_NOT_IN_CUSTODY);
    }

    private @Nullable RefusalCode active(ArtifactKind kind, @Nullable ArtifactId but) {
        boolean there =
                items().entrySet().stream()
                        .filter(e -> !e.getKey().equals(but))
                        .anyMatch(e -> e.getValue().active() && e.getValue().kind == kind);
        return unless(!there, RefusalCode.ARTIFACT_ALREADY_ACTIVE);
    }

    /// Whether a new item may take the place of the old one.
    private @Nullable RefusalCode free(ReissueKind kind, @Nullable ArtifactId old, LocalDate day) {
        var item = Objects.requireNonNull(items().get(old));
        boolean exchange = kind == ReissueKind.EXCHANGE;
        return first(
                unless(!item.replaced, RefusalCode.ARTIFACT_ALREADY_ACTIVE),
                active(item.kind, old),
                exchange
                        ? unless(item.place == Place.OFFICE, RefusalCode.ARTIFACT_NOT_HANDED_IN)
                        : unless(item.place == Place.LOST, RefusalCode.ARTIFACT_NOT_LOST),
                unless(!day.isBefore(item.since), RefusalCode.EARLIER_THAN_ITS_CAUSE));
    }

    private long opened(ReissueKind kind) {
        return all(ReissueRequested.class)
                .filter(r -> r.subject().kind() == kind && made(r.reissueCase()) == 0)
                .count();
    }

    private long made(CaseId reissueCase) {
        return all(ArtifactReissued.class).filter(e -> e.reissueCase().equals(reissueCase)).count();
    }

    private ReissueKind kindOf(CaseId reissueCase) {
        return all(ReissueRequested.class)
                .filter(r -> r.reissueCase().equals(reissueCase))
                .findFirst()
                .orElseThrow()
                .subject()
                .kind();
    }

    private boolean confirmed() {
        return last(EntitlementConfirmed.class, EntitlementNotConfirmed.class)
                instanceof EntitlementConfirmed;
    }

    private @Nullable RefusalCode approved() {
        boolean stands =
                last(ReissueApproved.class, EntitlementNotConfirmed.class)
                        instanceof ReissueApproved;
        return unless(!stands, RefusalCode.CASE_ALREADY_APPROVED);
    }

    private @Nullable RefusalCode decided(AwardDecided e, Fact next) {
        var form =
                all(AwardTypeDefined.class)
                        .filter(t -> t.code().equals(e.line().award()))
                        .filter(t -> t.validOn(next.effectiveOn()))
                        .reduce((_, later) -> later);
        boolean kind =
                form.map(t -> t.recipients().contains(e.line().recipientKind())).orElse(true);
        boolean rank =
                form.map(t ->
                                t.ranks().isEmpty()
                                        ? e.line().rank().name().equals("NONE")
                                        : t.ranks().contains(e.line().rank()))
                        .orElse(true);
        var law =
                first(
                        unless(kind, RefusalCode.RECIPIENT_KIND_NOT_ALLOWED),
                        unless(rank, RefusalCode.RANK_DOES_NOT_EXIST));
        return e.nomination() == null ? law : first(law, answering(e.nomination(), next));
    }

    private @Nullable RefusalCode answering(NominationId nomination, Fact next) {
        return first(
                answered(),
                unless(!returned(), RefusalCode.DOSSIER_INCOMPLETE),
                mayNot(next, nomination, RefusalCode.FILER_MAY_NOT_DECIDE),
                unless(
                        before.stream()
                                .filter(f -> f.event().tags().contains(nomination.tag()))
                                .noneMatch(f -> next.effectiveOn().isBefore(f.effectiveOn())),
                        RefusalCode.EARLIER_THAN_ITS_CAUSE));
    }

    private @Nullable RefusalCode answered() {
        return unless(
                none(AwardDecided.class, d -> d.nomination() != null),
                RefusalCode.NOMINATION_ALREADY_DECIDED);
    }

    private boolean returned() {
        return last(DossierReturnedForCompletion.class, DossierCompleted.class)
                instanceof DossierReturnedForCompletion;
    }

    private @Nullable RefusalCode mayNot(Fact next, NominationId nomination, RefusalCode code) {
        return unless(!filed(next, nomination) || exception(next) != null, code);
    }

    private boolean filed(Fact next, NominationId nomination) {
        return filers(nomination).contains(next.by().user());
    }

    /// The exception that the fact cannot do without; null if it needs none, or has none.
    @Nullable ExceptionId needed(Fact next) {
        var nomination =
                switch (next.event()) {
                    case AppraisalConcluded e -> e.nomination();
                    case AwardDecided e -> e.nomination();
                    default -> null;
                };
        return nomination != null && filed(next, nomination) ? exception(next) : null;
    }

    private @Nullable ExceptionId exception(Fact next) {
        return all(CombinedDutiesAllowed.class)
                .filter(a -> a.officer().equals(next.by().user()))
                .filter(a -> none(CombinedDutiesEnded.class, e -> e.unit().equals(a.unit())))
                .map(CombinedDutiesAllowed::exception)
                .findFirst()
                .orElse(null);
    }

    private Set<String> filers(NominationId nomination) {
        return before.stream()
                .filter(f ->
                        f.event() instanceof NominationFiled
                                || f.event() instanceof DossierCompleted)
                .filter(f -> f.event().tags().contains(nomination.tag()))
                .map(f -> f.by().user())
                .collect(Collectors.toSet());
    }
}
