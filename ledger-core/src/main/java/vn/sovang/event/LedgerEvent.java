package vn.sovang.event;

import java.util.Set;

/// Something that happened in the life of the register. Never changed, never removed; a mistake is
/// corrected by a further event.
public sealed interface LedgerEvent
        permits LedgerOpened,
                SigningKeyEvent,
                AwardTypeDefined,
                CatalogueEvent,
                UnitEvent,
                DutyEvent,
                RecipientEvent,
                PrivacyEvent,
                ReportEvent,
                NominationEvent,
                DecisionEvent,
                AwardEvent,
                ArtifactEvent,
                ReissueEvent,
                SurveyEvent,
                EvidenceEvent,
                AnomalyEvent,
                InspectionEvent,
                ImportCompleted,
                ImportAborted {
    /// Tags under which deciders and histories find the event. At most 16.
    Set<String> tags();
}
