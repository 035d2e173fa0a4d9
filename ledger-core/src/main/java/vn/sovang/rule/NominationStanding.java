package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierCompleted;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.ListPublished;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.NominationEvent.ObjectionReceived;
import vn.sovang.event.NominationEvent.ObjectionResolved;
import vn.sovang.event.NominationEvent.OpinionReceived;
import vn.sovang.event.NominationEvent.OpinionRequested;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.UnitId;

/// How far one nomination has come (*trạng thái đề nghị*), at the level where it is now: each level
/// it is sent up to begins anew with its own list.
///
/// @param filers users who filed it or completed its dossier, over its whole history
/// @param sentBy bodies on whose lists it stands
/// @param before body it was last sent to, where the list names one
/// @param undecided stage before it was decided
/// @param receivedOn day its dossier was last received for appraisal at this level
/// @param asked bodies that were asked for an opinion and have not answered
/// @param objections how many there ever were
/// @param lastOn latest effective day of its own acts
public record NominationStanding(
        NominationFiled filed,
        Set<String> filers,
        Set<UnitId> sentBy,
        @Nullable UnitId before,
        Stage stage,
        Stage undecided,
        @Nullable Procedure procedure,
        @Nullable LocalDate receivedOn,
        Set<String> asked,
        int objections,
        Set<Integer> openObjections,
        LocalDate lastOn) {
    /// Where a nomination stands.
    public enum Stage {
        /// Drawn up (*đề xuất tại cơ sở*).
        FILED,
        /// Sent to a higher body, dossier not received yet (*đã trình*).
        SUBMITTED,
        /// Sent back for missing papers (*trả lại, bổ sung*).
        RETURNED,
        /// In appraisal (*đang thẩm định*).
        IN_APPRAISAL,
        /// Appraisal concluded (*đã thẩm định*).
        APPRAISED,
        /// Council has voted (*đã qua Hội đồng*).
        VOTED,
        /// Answered by an award (*đã có quyết định*).
        DECIDED,
        /// Came to nothing (*không đạt*).
        REJECTED,
        /// Given up (*rút*).
        WITHDRAWN
    }

    public NominationStanding {
        filers = Set.copyOf(filers);
        sentBy = Set.copyOf(sentBy);
        asked = Set.copyOf(asked);
        openObjections = Set.copyOf(openObjections);
    }

    /// The events that tell how a nomination stands.
    public static TagQuery of(NominationId nomination) {
        return TagQuery.of(
                nomination.tag(),
                NominationFiled.class,
                NominationWithdrawn.class,
                NominationSubmitted.class,
                NominationForwardedUp.class,
                DossierReceived.class,
                DossierReturnedForCompletion.class,
                DossierCompleted.class,
                OpinionRequested.class,
                OpinionReceived.class,
                ListPublished.class,
                ObjectionReceived.class,
                ObjectionResolved.class,
                AppraisalConcluded.class,
                CouncilVoted.class,
                NominationRejected.class,
                AwardDecided.class,
                DecisionCorrected.class);
    }

    /// Several nominations after one more fact.
    public static Map<NominationId, NominationStanding> evolve(
            Map<NominationId, NominationStanding> all, Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case NominationFiled n -> with(all, n.nomination(), filed(n, fact));
            case NominationListSubmitted _ -> all;
            case NominationEvent n -> {
                var before = all.get(idOf(n));
                yield before == null ? all : with(all, idOf(n), before.after(n, fact).on(on));
            }
            case AwardDecided a when a.nomination() != null -> {
                var before = all.get(a.nomination());
                yield before == null
                        ? all
                        : with(all, a.nomination(), before.at(Stage.DECIDED).on(on));
            }
            case DecisionCorrected c when c.strikes() && c.nomination() != null -> {
                var before = all.get(c.nomination());
                yield before == null ? all : with(all, c.nomination(), before.unanswered());
            }
            default -> all;
        };
    }

    private static Map<NominationId, NominationStanding> with(
            Map<NominationId, NominationStanding> all, NominationId id, NominationStanding one) {
        var changed = new HashMap<>(all);
        changed.put(id, one);
        return Map.copyOf(changed);
    }

    private static NominationStanding filed(NominationFiled filed, Fact fact) {
        return new NominationStanding(
                filed,
                Set.of(fact.by().user()),
                Set.of(),
                null,
                Stage.FILED,
                Stage.FILED,
                null,
                null,
                Set.of(),
                0,
                Set.of(),
                fact.effectiveOn());
    }

    private NominationStanding after(NominationEvent event, Fact fact) {
        return switch (event) {
            case NominationFiled _, NominationListSubmitted _, ListPublished _ -> this;
            case NominationWithdrawn _ -> at(Stage.WITHDRAWN);
            case NominationSubmitted n -> sent(n.from(), n.to());
            case NominationForwardedUp n -> sent(n.from(), n.to());
            case DossierReceived n ->
                    at(Stage.IN_APPRAISAL).under(n.procedure(), fact.effectiveOn());
            case DossierReturnedForCompletion _ -> at(Stage.RETURNED);
            case DossierCompleted _ -> at(Stage.SUBMITTED).alsoBy(fact.by().user());
            case OpinionRequested n -> asking(added(asked, n.body()));
            case OpinionReceived n -> asking(without(asked, n.body()));
            case ObjectionReceived n -> objecting(added(openObjections, n.objection()), 1);
            case ObjectionResolved n -> objecting(without(openObjections, n.objection()), 0);
            case AppraisalConcluded _ -> at(Stage.APPRAISED);
            case CouncilVoted _ -> at(Stage.VOTED);
            case NominationRejected _ -> at(Stage.REJECTED);
        };
    }

    private static NominationId idOf(NominationEvent event) {
        return switch (event) {
            case NominationFiled n -> n.nomination();
            case NominationWithdrawn n -> n.nomination();
            case NominationSubmitted n -> n.nomination();
            case NominationForwardedUp n -> n.nomination();
            case DossierReceived n -> n.nomination();
            case DossierReturnedForCompletion n -> n.nomination();
            case DossierCompleted n -> n.nomination();
            case OpinionRequested n -> n.nomination();
            case OpinionReceived n -> n.nomination();
            case ListPublished n -> n.nomination();
            case ObjectionReceived n -> n.nomination();
            case ObjectionResolved n -> n.nomination();
            case AppraisalConcluded n -> n.nomination();
            case CouncilVoted n -> n.nomination();
            case NominationRejected n -> n.nomination();
            case NominationListSubmitted n ->
                    throw new IllegalArgumentException("a list is no nomination: " + n);
        };
    }

    private static <T> Set<T> added(Set<T> set, T one) {
        var all = new HashSet<>(set);
        all.add(one);
        return all;
    }

    private static <T> Set<T> without(Set<T> set, T one) {
        var all = new HashSet<>(set);
        all.remove(one);
        return all;
    }

    private NominationStanding sent(UnitId by, @Nullable UnitId to) {
        return new NominationStanding(
                        filed,
                        filers,
                        added(sentBy, by),
                        to,
                        stage,
                        undecided,
                        null,
                        null,
                        asked,
                        objections,
                        openObjections,
                        lastOn)
                .at(Stage.SUBMITTED);
    }

    /// An answered nomination stays answered, whatever papers turn up later; where it would stand
    /// without its answer is kept.
    private NominationStanding at(Stage next) {
        if (next == Stage.DECIDED) {
            return standing(Stage.DECIDED, stage == Stage.DECIDED ? undecided : stage);
        }
        return standing(stage == Stage.DECIDED ? stage : next, next);
    }

    private NominationStanding unanswered() {
        return standing(undecided, undecided);
    }

    private NominationStanding standing(Stage next, Stage withoutAnswer) {
        return new NominationStanding(
                filed,
                filers,
                sentBy,
                before,
                next,
                withoutAnswer,
                procedure,
                receivedOn,
                asked,
                objections,
                openObjections,
                lastOn);
    }

    private NominationStanding under(Procedure chosen, LocalDate day) {
        return new NominationStanding(
                filed,
                filers,
                sentBy,
                before,
                stage,
                undecided,
                chosen,
                day,
                asked,
                objections,
                openObjections,
                lastOn);
    }

    private NominationStanding alsoBy(String user) {
        return new NominationStanding(
                filed,
                added(filers, user),
                sentBy,
                before,
                stage,
                undecided,
                procedure,
                receivedOn,
                asked,
                objections,
                openObjections,
                lastOn);
    }

    private NominationStanding asking(Set<String> bodies) {
        return new NominationStanding(
                filed,
                filers,
                sentBy,
                before,
                stage,
                undecided,
                procedure,
                receivedOn,
                bodies,
                objections,
                openObjections,
                lastOn);
    }

    private NominationStanding objecting(Set<Integer> open, int more) {
        return new NominationStanding(
                filed,
                filers,
                sentBy,
                before,
                stage,
                undecided,
                procedure,
                receivedOn,
                asked,
                objections + more,
                open,
                lastOn);
    }

    private NominationStanding on(LocalDate day) {
        return new NominationStanding(
                filed,
                filers,
                sentBy,
                before,
                stage,
                undecided,
                procedure,
                receivedOn,
                asked,
                objections,
                openObjections,
                day.isAfter(lastOn) ? day : lastOn);
    }

    /// Refuses once it came to an end.
    public Optional<Refused> checkOpen() {
        return switch (stage) {
            case WITHDRAWN -> no(RefusalCode.NOMINATION_WITHDRAWN);
            case REJECTED -> no(RefusalCode.NOMINATION_REJECTED);
            case DECIDED -> no(RefusalCode.NOMINATION_ALREADY_DECIDED);
            case FILED, SUBMITTED, RETURNED, IN_APPRAISAL, APPRAISED, VOTED -> Optional.empty();
        };
    }

    /// Refuses unless its dossier is in appraisal.
    public Optional<Refused> checkInAppraisal() {
        return stage == Stage.IN_APPRAISAL
                ? Optional.empty()
                : no(RefusalCode.DOSSIER_NOT_RECEIVED);
    }

    /// Refuses to go on, to a decision or a higher level, while this level is not done with it.
    /// Where the ledger does not hold the appraisal (another body's, or an old file) there is
    /// nothing to wait for. Without a council: only the simple procedure, Luật TĐKT 2022 Điều 85.1.
    public Optional<Refused> checkDone() {
        return Checks.first(
                this::checkOpen,
                () ->
                        switch (stage) {
                            case RETURNED -> no(RefusalCode.DOSSIER_INCOMPLETE);
                            case IN_APPRAISAL ->
                                    procedure == Procedure.HO_SO_CU
                                            ? Optional.empty()
                                            : no(RefusalCode.APPRAISAL_NOT_CONCLUDED);
                            case APPRAISED ->
                                    procedure == Procedure.THUONG
                                            ? no(RefusalCode.COUNCIL_NOT_VOTED)
                                            : Optional.empty();
                            case FILED, SUBMITTED, VOTED, DECIDED, REJECTED, WITHDRAWN ->
                                    Optional.empty();
                        },
                // NĐ 152/2025/NĐ-CP: nobody is honoured while a complaint about it is open.
                () -> openObjections.isEmpty() ? Optional.empty() : no(RefusalCode.OBJECTION_OPEN));
    }

    /// Refuses a day before its last act.
    public Optional<Refused> checkDay(LocalDate day) {
        return day.isBefore(lastOn)
                ? Optional.of(refuse(RefusalCode.EARLIER_THAN_ITS_CAUSE, "day", lastOn))
                : Optional.empty();
    }

    private Optional<Refused> no(RefusalCode code) {
        return Optional.of(refuse(code, "nomination", filed.nomination()));
    }
}
