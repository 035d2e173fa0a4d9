package vn.sovang.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;
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
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.CatalogueEvent.AwardTypeRetired;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.DutyEvent.CombinedDutiesAllowed;
import vn.sovang.event.DutyEvent.CombinedDutiesEnded;
import vn.sovang.event.EvidenceEvent.EvidenceBundleIssued;
import vn.sovang.event.InspectionEvent.ExplanationAccepted;
import vn.sovang.event.InspectionEvent.FindingExplained;
import vn.sovang.event.InspectionEvent.FindingReopened;
import vn.sovang.event.InspectionEvent.InspectionClosed;
import vn.sovang.event.InspectionEvent.InspectionFindingRecorded;
import vn.sovang.event.InspectionEvent.InspectionOpened;
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
import vn.sovang.event.PrivacyEvent.ErasureRefused;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.PrivacyEvent.ProcessingRestricted;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
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
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.PeriodReportIssued;
import vn.sovang.event.ReportEvent.PeriodReportRestated;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.ReportEvent.ReportFiguresRecorded;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.event.UnitEvent.UnitTransferred;

/// The only place where a stored name and a Java type meet. A stored name is for ever: renaming a
/// class changes nothing here, and `EventCatalogueTest` fails if a name changes or goes.
public final class EventCatalogue {
    private static final Map<String, Class<? extends LedgerEvent>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<? extends LedgerEvent>, String> BY_TYPE = new LinkedHashMap<>();

    /// Revisions written now, where not the first. A later revision adds what is optional; a leaf
    /// of an earlier one is read as it stands, without it.
    private static final Map<String, Integer> REVISIONS =
            Map.of(
                    "award.AwardAnnulled", 2,
                    "artifact.ArtifactIssued", 2,
                    "artifact.ArtifactReissued", 2,
                    "artifact.ArtifactWithdrawn", 2,
                    "reissue.ReissueRequested", 2);

    static {
        put("ledger.LedgerOpened", LedgerOpened.class);
        put("ledger.SigningKeyIntroduced", SigningKeyIntroduced.class);
        put("ledger.SigningKeyRetired", SigningKeyRetired.class);
        put("catalogue.AwardTypeDefined", AwardTypeDefined.class);
        put("catalogue.AwardTypeRetired", AwardTypeRetired.class);
        put("catalogue.LegalTextDefined", LegalTextDefined.class);
        put("unit.UnitRegistered", UnitRegistered.class);
        put("unit.UnitMerged", UnitMerged.class);
        put("unit.UnitAbolished", UnitAbolished.class);
        put("unit.UnitRenamed", UnitRenamed.class);
        put("unit.UnitRecoded", UnitRecoded.class);
        put("unit.UnitTransferred", UnitTransferred.class);
        put("unit.UnitSplit", UnitSplit.class);
        put("unit.CompetenceDetermined", CompetenceDetermined.class);
        put("duty.CombinedDutiesAllowed", CombinedDutiesAllowed.class);
        put("duty.CombinedDutiesEnded", CombinedDutiesEnded.class);
        put("recipient.RecipientRegistered", RecipientRegistered.class);
        put("recipient.RecipientCorrected", RecipientCorrected.class);
        put("recipient.ContactRecorded", ContactRecorded.class);
        put("recipient.RecipientsJoined", RecipientsJoined.class);
        put("recipient.RecipientsSeparated", RecipientsSeparated.class);
        put("privacy.ProcessingRestricted", ProcessingRestricted.class);
        put("privacy.RestrictionLifted", RestrictionLifted.class);
        put("privacy.IdentityErased", IdentityErased.class);
        put("privacy.ErasureRefused", ErasureRefused.class);
        put("nomination.NominationFiled", NominationFiled.class);
        put("nomination.NominationWithdrawn", NominationWithdrawn.class);
        put("nomination.NominationListSubmitted", NominationListSubmitted.class);
        put("nomination.NominationSubmitted", NominationSubmitted.class);
        put("nomination.NominationForwardedUp", NominationForwardedUp.class);
        put("nomination.DossierReceived", DossierReceived.class);
        put("nomination.DossierReturnedForCompletion", DossierReturnedForCompletion.class);
        put("nomination.DossierCompleted", DossierCompleted.class);
        put("nomination.OpinionRequested", OpinionRequested.class);
        put("nomination.OpinionReceived", OpinionReceived.class);
        put("nomination.ListPublished", ListPublished.class);
        put("nomination.ObjectionReceived", ObjectionReceived.class);
        put("nomination.ObjectionResolved", ObjectionResolved.class);
        put("nomination.AppraisalConcluded", AppraisalConcluded.class);
        put("nomination.CouncilVoted", CouncilVoted.class);
        put("nomination.NominationRejected", NominationRejected.class);
        put("decision.DecisionRecorded", DecisionRecorded.class);
        put("decision.DecisionLinesAdded", DecisionLinesAdded.class);
        put("decision.DecisionCorrected", DecisionCorrected.class);
        put("award.AwardDecided", AwardDecided.class);
        put("award.AwardAnnulled", AwardAnnulled.class);
        put("award.AnnulmentRevoked", AnnulmentRevoked.class);
        put("award.HonourStripped", HonourStripped.class);
        put("award.HonourRestored", HonourRestored.class);
        put("award.AwardPresented", AwardPresented.class);
        put("award.PrizePaid", PrizePaid.class);
        put("award.PrizeRecovered", PrizeRecovered.class);
        put("artifact.ArtifactIssued", ArtifactIssued.class);
        put("artifact.ArtifactReportedLost", ArtifactReportedLost.class);
        put("artifact.ArtifactHandedIn", ArtifactHandedIn.class);
        put("artifact.ArtifactReissued", ArtifactReissued.class);
        put("artifact.ArtifactWithdrawn", ArtifactWithdrawn.class);
        put("artifact.ArtifactKeeperRecorded", ArtifactKeeperRecorded.class);
        put("artifact.ArtifactReportedDamaged", ArtifactReportedDamaged.class);
        put("artifact.ArtifactReportedFound", ArtifactReportedFound.class);
        put("artifact.CustodyTransferred", CustodyTransferred.class);
        put("artifact.ArtifactReturnedUnchanged", ArtifactReturnedUnchanged.class);
        put("artifact.ArtifactDestroyed", ArtifactDestroyed.class);
        put("reissue.ReissueRequested", ReissueRequested.class);
        put("reissue.ReissueListSubmitted", ReissueListSubmitted.class);
        put("reissue.ReissueProposed", ReissueProposed.class);
        put("reissue.EntitlementConfirmed", EntitlementConfirmed.class);
        put("reissue.ReissueApproved", ReissueApproved.class);
        put("reissue.ReissueCompletionRequested", ReissueCompletionRequested.class);
        put("reissue.ReissueCompleted", ReissueCompleted.class);
        put("reissue.ReissueListReturned", ReissueListReturned.class);
        put("reissue.ReissueProposalReturned", ReissueProposalReturned.class);
        put("reissue.ReissueForwardedUp", ReissueForwardedUp.class);
        put("reissue.EntitlementNotConfirmed", EntitlementNotConfirmed.class);
        put("reissue.ReissueRefused", ReissueRefused.class);
        put("reissue.ReissueFileReturned", ReissueFileReturned.class);
        put("reissue.ReissueHandedOver", ReissueHandedOver.class);
        put("survey.SurveyCampaignOpened", SurveyCampaignOpened.class);
        put("evidence.EvidenceBundleIssued", EvidenceBundleIssued.class);
        put("survey.ItemSurveyed", ItemSurveyed.class);
        put("survey.SurveyCampaignClosed", SurveyCampaignClosed.class);
        put("report.PaperReportRecorded", PaperReportRecorded.class);
        put("report.ReferenceDocumentRegistered", ReferenceDocumentRegistered.class);
        put("report.PeriodReportIssued", PeriodReportIssued.class);
        put("report.PeriodReportRestated", PeriodReportRestated.class);
        put("report.ReportFiguresRecorded", ReportFiguresRecorded.class);
        put("anomaly.AnomalyExplained", AnomalyExplained.class);
        put("anomaly.ExplanationWithdrawn", ExplanationWithdrawn.class);
        put("inspection.InspectionOpened", InspectionOpened.class);
        put("inspection.InspectionFindingRecorded", InspectionFindingRecorded.class);
        put("inspection.FindingExplained", FindingExplained.class);
        put("inspection.ExplanationAccepted", ExplanationAccepted.class);
        put("inspection.FindingReopened", FindingReopened.class);
        put("inspection.InspectionClosed", InspectionClosed.class);
        put("imports.ImportCompleted", ImportCompleted.class);
        put("imports.ImportAborted", ImportAborted.class);
    }

    private EventCatalogue() {}

    private static void put(String name, Class<? extends LedgerEvent> type) {
        BY_NAME.put(name, type);
        BY_TYPE.put(type, name);
    }

    /// The stored name of an event type, such as `award.AwardDecided`.
    public static String nameOf(Class<?> type) {
        var name = BY_TYPE.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is not in the catalogue");
        }
        return name;
    }

    /// The Java type stored under a name.
    ///
    /// @throws UnreadableEvent if the name is unknown: an event from a newer version
    public static Class<? extends LedgerEvent> typeOf(String name) {
        var type = BY_NAME.get(name);
        if (type == null) {
            throw new UnreadableEvent("unknown event " + name);
        }
        return type;
    }

    /// The revision in which an event is written now; earlier ones are still read.
    public static int revisionOf(String name) {
        return REVISIONS.getOrDefault(name, 1);
    }

    /// All stored names, in catalogue order.
    public static Set<String> names() {
        return Set.copyOf(BY_NAME.keySet());
    }
}
