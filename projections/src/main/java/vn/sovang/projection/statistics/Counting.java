package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AnomalyEvent;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactKeeperRecorded;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.DutyEvent;
import vn.sovang.event.EvidenceEvent;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.LedgerOpened;
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
import vn.sovang.event.PrivacyEvent;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.ReportEvent;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.event.UnitEvent;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.statistics.Dimensions.Honour;
import vn.sovang.projection.statistics.Dimensions.Item;
import vn.sovang.projection.statistics.Dimensions.Units;
import vn.sovang.projection.statistics.Remembered.CountedAward;
import vn.sovang.projection.statistics.Remembered.CountedCase;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// Which facts an event adds or takes back (R3). Pure but for what it remembers of earlier events.
final class Counting {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Remembered remembered;
    private final Places places;
    private final List<Fact> facts = new ArrayList<>();

    Counting(Remembered remembered, Places places) {
        this.remembered = remembered;
        this.places = places;
    }

    /// One line more or less in a cell, or an amount.
    ///
    /// @param day on which it counts
    /// @param delta ±1, or đồng
    /// @param late ±1 if the line was entered after the fact, else 0
    /// @param recipient null where a measure is about nobody (a survey opened)
    record Fact(
            Dimensions dimensions,
            LocalDate day,
            long position,
            long knownAt,
            long delta,
            int late,
            Claim claim,
            @Nullable RecipientId recipient) {}

    /// What the events counted so far came to, in order.
    List<Fact> facts() {
        return facts;
    }

    void count(Known known) {
        switch (known.fact().event()) {
            case UnitEvent e -> places.take(e, known);
            case RecipientEvent e -> places.take(e, known);
            case AwardTypeDefined e -> remembered.define(e, known);
            case NominationEvent e -> nomination(e, known);
            case AwardEvent e -> award(e, known);
            case ArtifactEvent e -> artifact(e, known);
            case ReissueEvent e -> reissue(e, known);
            case SurveyEvent e -> survey(e, known);
            case DecisionCorrected e -> corrected(e, known);
            case CatalogueEvent _,
                    PrivacyEvent _,
                    ReportEvent _,
                    DecisionEvent _,
                    LedgerOpened _,
                    SigningKeyEvent _,
                    EvidenceEvent _,
                    DutyEvent _,
                    AnomalyEvent _,
                    InspectionEvent _,
                    ImportCompleted _,
                    ImportAborted _ -> {}
        }
    }

    /// A base-level nomination is not yet a proposal to anybody; a list's lines are.
    private void nomination(NominationEvent event, Known known) {
        switch (event) {
            case NominationSubmitted n -> proposed(n.line(), n.from(), n.from(), known);
            case NominationForwardedUp n -> proposed(n.line(), n.from(), null, known);
            case NominationFiled _,
                    NominationWithdrawn _,
                    NominationListSubmitted _,
                    DossierReceived _,
                    DossierReturnedForCompletion _,
                    DossierCompleted _,
                    OpinionRequested _,
                    OpinionReceived _,
                    ListPublished _,
                    ObjectionReceived _,
                    ObjectionResolved _,
                    AppraisalConcluded _,
                    CouncilVoted _,
                    NominationRejected _ -> {}
        }
    }

    /// Whose proposal a forwarded line was, the event does not say.
    private void proposed(
            AwardLine line, UnitId from, @Nullable UnitId proposingUnit, Known known) {
        var honour = Honour.of(line, level(line.award(), known));
        var units = Units.of(from, proposingUnit, line.recipientUnit());
        add(Dimensions.of(Measure.PROPOSED, honour, units), line.recipient(), known);
    }

    private void award(AwardEvent event, Known known) {
        switch (event) {
            case AwardDecided a -> decided(a, known);
            case AwardAnnulled a -> annulled(a.award(), known);
            case AnnulmentRevoked a -> revoked(a.award(), known);
            case HonourStripped a -> stripped(a.award(), known);
            case HonourRestored a -> restored(a.award(), known);
            case AwardPresented a -> item(Measure.PRESENTED, a.award(), known);
            case PrizePaid a -> amount(Measure.PRIZE_PAID, a.award(), a.dong(), known);
            case PrizeRecovered a -> amount(Measure.PRIZE_RECOVERED, a.award(), a.dong(), known);
        }
    }

    private void decided(AwardDecided a, Known known) {
        AwardLine line = a.line();
        var dimensions =
                Dimensions.of(
                        Measure.DECIDED,
                        Honour.of(line, level(line.award(), known)),
                        Units.of(a.key().authority(), a.proposingUnit(), line.recipientUnit()));
        add(dimensions, line.recipient(), known);
        remembered.put(
                a.award(),
                new CountedAward(
                        dimensions,
                        line.recipient(),
                        known.fact().effectiveOn(),
                        isLate(known),
                        Claim.of(known.fact()),
                        null,
                        false,
                        null));
    }

    /// A measure of its own at its own day; and in the restated view the line is gone from the day
    /// of its decision.
    private void annulled(AwardId award, Known known) {
        CountedAward counted = remembered.award(award);
        item(Measure.ANNULLED, award, known);
        if (counted == null || counted.isGone() || counted.annulled() != null) {
            return;
        }
        Claim claim = Claim.of(known.fact());
        restate(counted, -1, claim, known);
        remembered.put(award, inForce(counted, counted.asAnnulled(claim), known));
    }

    /// As if it had never been annulled: a measure of its own, and the period of the award is whole
    /// again.
    private void revoked(AwardId award, Known known) {
        CountedAward counted = remembered.award(award);
        item(Measure.ANNULMENT_REVOKED, award, known);
        if (counted == null || counted.isGone() || counted.annulled() == null) {
            return;
        }
        restate(counted, 1, Claim.of(known.fact()), known);
        remembered.put(award, inForce(counted, counted.asAnnulled(null), known));
    }

    /// The award was valid: nothing is taken back from its period.
    private void stripped(AwardId award, Known known) {
        CountedAward counted = remembered.award(award);
        item(Measure.STRIPPED, award, known);
        if (counted != null && !counted.isGone()) {
            remembered.put(award, inForce(counted, counted.asStripped(true), known));
        }
    }

    private void restored(AwardId award, Known known) {
        CountedAward counted = remembered.award(award);
        item(Measure.RESTORED, award, known);
        if (counted != null && !counted.isGone()) {
            remembered.put(award, inForce(counted, counted.asStripped(false), known));
        }
    }

    /// Moves the stock where the award really falls out of force, or comes back: a second annulment
    /// on paper is counted as an annulment and takes nothing more. Which of two acts it was that
    /// moved the stock goes by the order of the log.
    private CountedAward inForce(CountedAward before, CountedAward after, Known known) {
        if (before.stands() == after.stands()) {
            return after;
        }
        int delta = after.stands() ? 1 : -1;
        var lost = new CountedAward.Lost(known.fact().effectiveOn(), Claim.of(known.fact()));
        stock(after, lost, delta, isLate(known) ? delta : 0, known);
        return after.lost(after.stands() ? null : lost);
    }

    private void stock(
            CountedAward counted, CountedAward.Lost lost, int delta, int late, Known known) {
        put(
                counted.dimensions().measured(Measure.IN_FORCE),
                new Counted(lost.on(), delta, late, lost.claim(), counted.recipient()),
                known);
    }

    private void restate(CountedAward counted, int delta, Claim claim, Known known) {
        int late = counted.late() ? delta : 0;
        put(
                counted.dimensions().restated(),
                new Counted(counted.effectiveOn(), delta, late, claim, counted.recipient()),
                known);
    }

    private void amount(Measure measure, AwardId award, long dong, Known known) {
        CountedAward counted = remembered.award(award);
        put(
                dimensionsOf(award).measured(measure),
                new Counted(
                        known.fact().effectiveOn(),
                        dong,
                        isLate(known) ? 1 : 0,
                        Claim.of(known.fact()),
                        counted == null ? null : counted.recipient()),
                known);
    }

    /// An error in entry moves the line, or takes it away, on the day of the decision, and from the
    /// day on which the office knew the decision: the paper never said otherwise. A correction by
    /// the authority's own paper changes no figure. What happened to the award on days of its own
    /// stays where it was counted.
    private void corrected(DecisionCorrected event, Known known) {
        CountedAward counted = event.award() == null ? null : remembered.award(event.award());
        AwardLine line = event.line();
        if (event.award() == null
                || counted == null
                || counted.isGone()
                || event.cause() != CorrectionCause.SAI_NHAP_LIEU
                || (line == null && !event.strikes())) {
            return;
        }
        if (line == null) {
            move(counted, -1, known);
            remembered.put(event.award(), counted.gone());
            return;
        }
        var after =
                counted.with(
                        counted.dimensions()
                                .with(line, remembered.level(line.award(), counted.effectiveOn())),
                        line.recipient());
        if (counted.equals(after)) {
            return;
        }
        move(counted, -1, known);
        move(after, 1, known);
        remembered.put(event.award(), after);
    }

    /// Everything the line gives to its period and to the stock.
    private void move(CountedAward counted, int delta, Known known) {
        int late = counted.late() ? delta : 0;
        put(
                counted.dimensions(),
                new Counted(
                        counted.effectiveOn(), delta, late, counted.claim(), counted.recipient()),
                known);
        if (counted.annulled() != null) {
            restate(counted, -delta, counted.annulled(), known);
        }
        CountedAward.Lost lost = counted.lost();
        if (lost != null) {
            stock(counted, lost, -delta, 0, known);
        }
    }

    /// What a fact adds, apart from where it comes from.
    private record Counted(
            LocalDate day, long delta, int late, Claim claim, @Nullable RecipientId recipient) {}

    private void put(Dimensions dimensions, Counted counted, Known known) {
        facts.add(
                new Fact(
                        dimensions,
                        counted.day,
                        known.position(),
                        known.knownAt(),
                        counted.delta,
                        counted.late,
                        counted.claim,
                        counted.recipient));
    }

    private void artifact(ArtifactEvent event, Known known) {
        switch (event) {
            case ArtifactIssued a -> {
                remembered.put(a.artifact(), a.kind());
                item(Measure.ARTIFACT_ISSUED, a.artifact(), a.award(), known);
            }
            case ArtifactReportedDamaged a ->
                    item(Measure.ARTIFACT_DAMAGED, a.artifact(), a.award(), known);
            case ArtifactReportedLost a ->
                    item(Measure.ARTIFACT_LOST, a.artifact(), a.award(), known);
            case ArtifactReportedFound a ->
                    item(Measure.ARTIFACT_FOUND, a.artifact(), a.award(), known);
            case ArtifactHandedIn a -> itemOf(a.receivedBy(), Measure.ARTIFACT_HANDED_IN, a, known);
            case ArtifactReturnedUnchanged a ->
                    itemOf(a.from(), Measure.ARTIFACT_RETURNED, a, known);
            case ArtifactWithdrawn a ->
                    item(Measure.ARTIFACT_WITHDRAWN, a.artifact(), a.award(), known);
            case ArtifactDestroyed a ->
                    item(Measure.ARTIFACT_DESTROYED, a.artifact(), a.award(), known);
            case ArtifactKeeperRecorded _, CustodyTransferred _ -> {}
            case ArtifactReissued a -> {
                remembered.put(a.artifact(), a.kind());
                CountedCase counted = remembered.reissueCase(a.reissueCase());
                Dimensions award = dimensionsOf(a.award());
                var kind = counted == null ? null : counted.item().reissueKind();
                add(
                        award.of(
                                Measure.ARTIFACT_REISSUED,
                                new Item(kind, a.kind()),
                                award.units().authority()),
                        recipientOf(a.award()),
                        known);
            }
        }
    }

    private void itemOf(UnitId office, Measure measure, ArtifactEvent event, Known known) {
        var about = new Item(null, remembered.kind(event.artifact()));
        add(
                dimensionsOf(event.award()).of(measure, about, office.value()),
                recipientOf(event.award()),
                known);
    }

    private void item(Measure measure, ArtifactId item, AwardId award, Known known) {
        Dimensions of = dimensionsOf(award);
        add(
                of.of(measure, new Item(null, remembered.kind(item)), of.units().authority()),
                recipientOf(award),
                known);
    }

    /// What happens to the award itself.
    private void item(Measure measure, AwardId award, Known known) {
        add(dimensionsOf(award).measured(measure), recipientOf(award), known);
    }

    private @Nullable RecipientId recipientOf(AwardId award) {
        CountedAward counted = remembered.award(award);
        return counted == null ? null : counted.recipient();
    }

    private void reissue(ReissueEvent event, Known known) {
        switch (event) {
            case ReissueRequested r ->
                    begun(
                            Measure.REISSUE_REQUESTED,
                            r.reissueCase(),
                            r.subject(),
                            r.receivedBy(),
                            known);
            case ReissueProposed r ->
                    begun(Measure.REISSUE_REVIEWED, r.reissueCase(), r.subject(), r.from(), known);
            case EntitlementConfirmed r ->
                    answered(Measure.ENTITLEMENT_CONFIRMED, r.reissueCase(), r.award(), known);
            case EntitlementNotConfirmed r ->
                    answered(Measure.ENTITLEMENT_NOT_CONFIRMED, r.reissueCase(), r.award(), known);
            case ReissueForwardedUp r ->
                    stage(Measure.REISSUE_FORWARDED, r, r.from().value(), known);
            case ReissueApproved r ->
                    stage(Measure.REISSUE_APPROVED, r, r.authority().value(), known);
            case ReissueRefused r ->
                    stage(Measure.REISSUE_REFUSED, r, r.authority().value(), known);
            case ReissueFileReturned r -> stage(Measure.REISSUE_RETURNED, r, r.by().value(), known);
            case ReissueHandedOver r ->
                    stage(Measure.REISSUE_HANDED_OVER, r, r.by().value(), known);
            case ReissueListSubmitted _,
                    ReissueListReturned _,
                    ReissueProposalReturned _,
                    ReissueCompletionRequested _,
                    ReissueCompleted _ -> {}
        }
    }

    private void begun(Measure measure, CaseId id, Subject subject, UnitId office, Known known) {
        CountedAward award = subject.award() == null ? null : remembered.award(subject.award());
        var counted =
                CountedCase.of(
                        subject,
                        award == null ? null : award.dimensions().honour().rank(),
                        level(subject.awardCode(), known),
                        office);
        remembered.put(id, counted);
        add(measure, counted, office.value(), known);
    }

    private void add(Measure measure, CountedCase counted, @Nullable UUID office, Known known) {
        add(
                new Dimensions(
                        measure,
                        counted.honour(),
                        counted.units().of(office),
                        counted.item(),
                        false),
                counted.recipient(),
                known);
    }

    /// An archive's reply counts for the office whose case it is.
    private void answered(Measure measure, CaseId id, @Nullable AwardId award, Known known) {
        CountedCase counted = remembered.reissueCase(id);
        stage(measure, id, award, counted == null ? null : counted.units().authority(), known);
    }

    private void stage(Measure measure, CaseEvent event, UUID authority, Known known) {
        stage(measure, event.reissueCase(), event.award(), authority, known);
    }

    /// A later stage of a case: what the request said of the award, or else the award itself.
    private void stage(
            Measure measure,
            CaseId id,
            @Nullable AwardId award,
            @Nullable UUID authority,
            Known known) {
        CountedCase counted = remembered.reissueCase(id);
        if (counted != null) {
            var level = level(counted.honour().award(), known);
            add(measure, counted.at(level), authority, known);
            return;
        }
        add(
                dimensionsOf(award).of(measure, Item.NONE, authority),
                award == null ? null : recipientOf(award),
                known);
    }

    private void survey(SurveyEvent event, Known known) {
        switch (event) {
            case SurveyCampaignOpened s ->
                    campaign(Measure.SURVEY_OPENED, s.award(), s.unit(), known);
            case ItemSurveyed s -> surveyed(s, known);
            case SurveyCampaignClosed s ->
                    campaign(Measure.SURVEY_CLOSED, AwardCode.UNKNOWN, s.unit(), known);
        }
    }

    private void surveyed(ItemSurveyed s, Known known) {
        if (s.artifact() != null) {
            remembered.put(s.artifact(), s.kind());
        }
        CountedAward award = s.award() == null ? null : remembered.award(s.award());
        var rank = award == null ? null : award.dimensions().honour().rank();
        add(
                new Dimensions(
                        found(s.condition()),
                        new Honour(s.awardCode(), rank, level(s.awardCode(), known), null, null),
                        Units.of(s.unit(), null, s.ward()),
                        new Item(null, s.kind()),
                        false),
                s.recipient(),
                known);
    }

    private static Measure found(ArtifactCondition condition) {
        return switch (condition) {
            case TOT -> Measure.SURVEYED_GOOD;
            case CU -> Measure.SURVEYED_WORN;
            case HU_HONG -> Measure.SURVEYED_DAMAGED;
            case MAT -> Measure.SURVEYED_LOST;
            case CHUA_NHAN -> Measure.SURVEYED_NEVER_RECEIVED;
            case KHONG_RO -> Measure.SURVEYED_UNKNOWN;
        };
    }

    private void campaign(Measure measure, AwardCode award, UnitId unit, Known known) {
        var honour = new Honour(award, null, level(award, known), null, null);
        add(Dimensions.of(measure, honour, Units.of(unit, null, null)), null, known);
    }

    /// What the award was counted under; `KHONG_RO` for one that the log never decided, which no
    /// decider lets through.
    private Dimensions dimensionsOf(@Nullable AwardId award) {
        CountedAward counted = award == null ? null : remembered.award(award);
        return counted == null
                ? Dimensions.of(Measure.DECIDED, Honour.UNKNOWN, Units.UNKNOWN)
                : counted.dimensions();
    }

    private AwardLevel level(AwardCode award, Known known) {
        return remembered.level(award, known.fact().effectiveOn());
    }

    private void add(Dimensions dimensions, @Nullable RecipientId recipient, Known known) {
        put(
                dimensions,
                new Counted(
                        known.fact().effectiveOn(),
                        1,
                        isLate(known) ? 1 : 0,
                        Claim.of(known.fact()),
                        recipient),
                known);
    }

    /// Recorded on a later day in Vietnam than the day it counts on.
    private static boolean isLate(Known known) {
        return LocalDate.ofInstant(known.knownSince(), VIETNAM).isAfter(known.fact().effectiveOn());
    }
}
