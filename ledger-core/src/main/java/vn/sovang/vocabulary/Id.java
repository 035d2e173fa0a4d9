package vn.sovang.vocabulary;

import java.util.UUID;

/// An identity of our own: random, never derived from a name, a number or a code.
public sealed interface Id
        permits UnitId,
                RecipientId,
                NominationId,
                DecisionId,
                AwardId,
                ArtifactId,
                CaseId,
                ListId,
                CampaignId,
                ImportId,
                EvidenceId,
                ExceptionId,
                InspectionId,
                SubjectId,
                PaperReportId,
                ReportId,
                PaperId {
    UUID value();

    /// The tag under which events about this thing are found, `kind:uuid`.
    String tag();
}
