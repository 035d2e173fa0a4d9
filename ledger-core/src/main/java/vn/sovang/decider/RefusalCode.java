package vn.sovang.decider;

/// Why a request was not recorded. Stable: programs read them, and every code has a Vietnamese and
/// an English text.
public enum RefusalCode {
    /// The log was opened before.
    LEDGER_ALREADY_OPEN,
    /// Two signing keys are in use; the older must be retired first.
    KEY_ROTATION_RUNNING,
    /// One signing key is in use; there is nothing to retire.
    KEY_ROTATION_NOT_RUNNING,
    /// The key is not the one that is in use.
    SIGNING_KEY_NOT_IN_USE,
    /// The key signed this log before.
    SIGNING_KEY_USED_BEFORE,
    /// The key bears another log's name.
    SIGNING_KEY_OF_ANOTHER_LOG,
    /// The day has not come yet.
    IN_THE_FUTURE,
    /// The day lies before that of something the act depends on.
    EARLIER_THAN_ITS_CAUSE,
    /// The act needs a signed paper with a number and a date.
    DOCUMENT_MISSING,
    /// Another person than who enters it must confirm what a signed paper says, or approve.
    SECOND_PERSON_MISSING,
    /// The effective day is none that the date on the paper can mean.
    DAY_NOT_AS_WRITTEN,
    /// Since 2004 a decision bears its whole date.
    DATE_INCOMPLETE,
    /// No such unit is registered.
    UNIT_UNKNOWN,
    /// A unit with this identity or name is registered.
    UNIT_ALREADY_REGISTERED,
    /// The unit did not exist on that day.
    UNIT_DID_NOT_EXIST,
    /// Another unit bears this statistical code on that day.
    UNIT_CODE_TAKEN,
    /// A unit cannot follow itself.
    UNIT_FOLLOWS_ITSELF,
    /// A unit is divided among at least two others.
    SPLIT_NEEDS_TWO_SUCCESSORS,
    /// The authority is still there: nobody else acts for it.
    AUTHORITY_STILL_EXISTS,
    /// This was determined before.
    COMPETENCE_ALREADY_DETERMINED,
    /// Nobody has determined that this unit may act for the authority that decided.
    COMPETENCE_NOT_DETERMINED,
    /// The catalogue has no such award type.
    AWARD_TYPE_UNKNOWN,
    /// The award type did not exist in law on that day.
    AWARD_TYPE_NOT_VALID,
    /// The award type has a definition from this day on.
    AWARD_TYPE_ALREADY_DEFINED,
    /// The text of law is known exactly so.
    LEGAL_TEXT_ALREADY_DEFINED,
    /// No text of law in force on that day allows the act.
    LEGAL_BASIS_MISSING,
    /// The law does not give this award to this kind of recipient.
    RECIPIENT_KIND_NOT_ALLOWED,
    /// The award has no such rank.
    RANK_DOES_NOT_EXIST,
    /// The law does not confer this award posthumously.
    POSTHUMOUS_NOT_ALLOWED,
    /// No such recipient is registered.
    RECIPIENT_UNKNOWN,
    /// The recipient is registered.
    RECIPIENT_ALREADY_REGISTERED,
    /// The recipient is registered as another kind.
    RECIPIENT_KIND_DIFFERS,
    /// The data were erased; nothing can be read or put right.
    RECIPIENT_ERASED,
    /// A field is sealed under somebody else's key.
    SEALED_FOR_ANOTHER,
    /// The correction changes no field.
    NOTHING_TO_CORRECT,
    /// The contact is registered.
    CONTACT_ALREADY_RECORDED,
    /// No such subject belongs to the recipient.
    SUBJECT_UNKNOWN,
    /// Both are the same recipient already.
    RECIPIENTS_ALREADY_JOINED,
    /// The two were not joined by a decision.
    RECIPIENTS_NOT_JOINED,
    /// Processing is restricted already.
    PROCESSING_ALREADY_RESTRICTED,
    /// Processing is not restricted.
    PROCESSING_NOT_RESTRICTED,
    /// The file must be kept; the data cannot be erased.
    RETENTION_FORBIDS_ERASURE,
    /// Nothing forbids the erasure; it cannot be refused.
    RETENTION_ALLOWS_ERASURE,
    /// The report was entered before.
    REPORT_ALREADY_RECORDED,
    /// The paper was entered before.
    PAPER_ALREADY_REGISTERED,
    /// A report of this authority on this period was issued; another one restates it.
    REPORT_ALREADY_ISSUED,
    /// No such report was issued for this authority and period.
    REPORT_UNKNOWN,
    /// The report was restated before; the newest one is restated.
    REPORT_ALREADY_RESTATED,
    /// The restated report knows more events than the one that would replace it.
    CUT_OFF_BEFORE_RESTATED,
    /// The figures count events that the checkpoint does not cover.
    CUT_OFF_NOT_SEALED,
    /// The figures are those of the report restated.
    NOTHING_RESTATED,
    /// The paper bears no number or no day.
    PAPER_NOT_SIGNED,
    /// No such nomination was filed.
    NOMINATION_UNKNOWN,
    /// The nomination was filed before.
    NOMINATION_ALREADY_FILED,
    /// The nomination was withdrawn.
    NOMINATION_WITHDRAWN,
    /// This body has sent the nomination up before.
    NOMINATION_ALREADY_SUBMITTED,
    /// The decision's line is not what was nominated.
    NOMINATION_DIFFERS,
    /// The nomination was rejected.
    NOMINATION_REJECTED,
    /// The nomination was answered by an award.
    NOMINATION_ALREADY_DECIDED,
    /// The nomination was not sent to anybody yet.
    NOMINATION_NOT_SUBMITTED,
    /// The nomination is before another body.
    NOMINATION_ELSEWHERE,
    /// The dossier is in appraisal.
    DOSSIER_ALREADY_RECEIVED,
    /// The dossier is not in appraisal.
    DOSSIER_NOT_RECEIVED,
    /// Papers are missing; the dossier was sent back.
    DOSSIER_INCOMPLETE,
    /// The dossier was not sent back.
    DOSSIER_NOT_RETURNED,
    /// The appraisal is not concluded.
    APPRAISAL_NOT_CONCLUDED,
    /// The council has not voted, and the procedure is not the simple one.
    COUNCIL_NOT_VOTED,
    /// This body was not asked, or has answered.
    OPINION_NOT_REQUESTED,
    /// No such objection is open.
    OBJECTION_UNKNOWN,
    /// An objection is not settled yet.
    OBJECTION_OPEN,
    /// Who filed the nomination may not appraise it (separation of duties).
    FILER_MAY_NOT_APPRAISE,
    /// The officer works under an exception of that time already.
    DUTIES_ALREADY_COMBINED,
    /// No such exception holds.
    DUTIES_NOT_COMBINED,
    /// A list or decision needs at least one line.
    LIST_EMPTY,
    /// More lines than one append may hold.
    LIST_TOO_LONG,
    /// The authority used this number this year for another decision.
    DECISION_NUMBER_TAKEN,
    /// Who filed the nomination may not record the decision (separation of duties).
    FILER_MAY_NOT_DECIDE,
    /// No such decision of this authority.
    DECISION_UNKNOWN,
    /// The correction changes nothing, or not what it says.
    NOTHING_CORRECTED,
    /// No such award line.
    AWARD_UNKNOWN,
    /// The award was annulled.
    AWARD_ANNULLED,
    /// The award stands; its items cannot be withdrawn.
    AWARD_NOT_ANNULLED,
    /// The award line is of another award type.
    AWARD_DIFFERS,
    /// The honour was stripped.
    AWARD_STRIPPED,
    /// The honour was not stripped.
    AWARD_NOT_STRIPPED,
    /// Only honorary state titles are stripped.
    NOT_A_STATE_HONOUR,
    /// This ground does not hold for this title or holder.
    GROUND_DOES_NOT_APPLY,
    /// The ground needs a judgment in force.
    JUDGMENT_MISSING,
    /// The body has no power to do this to this award.
    AUTHORITY_NOT_COMPETENT,
    /// The award was handed over before.
    AWARD_ALREADY_PRESENTED,
    /// The prize was paid before.
    PRIZE_ALREADY_PAID,
    /// No prize was paid.
    PRIZE_NOT_PAID,
    /// More would be recovered than was paid.
    PRIZE_EXCEEDED,
    /// This award does not come with such an item.
    ARTIFACT_NOT_PART_OF_AWARD,
    /// The award line already has an active item of this kind.
    ARTIFACT_ALREADY_ACTIVE,
    /// No such item belongs to the award.
    ARTIFACT_UNKNOWN,
    /// The item is not with its holder any more.
    ARTIFACT_NOT_ACTIVE,
    /// The item was never reported lost.
    ARTIFACT_NOT_LOST,
    /// The old item was not handed in.
    ARTIFACT_NOT_HANDED_IN,
    /// The item was withdrawn or destroyed: nothing more happens to it.
    ARTIFACT_GONE,
    /// No office holds the item.
    ARTIFACT_NOT_IN_CUSTODY,
    /// Another office holds the item; a leg of custody begins where the one before ended.
    CUSTODY_HOLDER_DIFFERS,
    /// The item would go to the office that holds it.
    CUSTODY_GOES_NOWHERE,
    /// A re-made certificate bears the design of the day of the award.
    DESIGN_NOT_OF_THE_AWARD,
    /// Who acts in the recipient's place shows no authorisation, or no statement of no dispute.
    AUTHORISATION_MISSING,
    /// The case is open.
    CASE_ALREADY_OPEN,
    /// No such case.
    CASE_UNKNOWN,
    /// The case came to its end.
    CASE_SETTLED,
    /// The case was not approved.
    CASE_NOT_APPROVED,
    /// Papers asked for have not come in.
    CASE_INCOMPLETE,
    /// No papers were asked for.
    CASE_NOT_INCOMPLETE,
    /// The case stands on a list of this office.
    CASE_ALREADY_LISTED,
    /// The case does not stand on a list of that office.
    CASE_NOT_LISTED,
    /// The case was approved; the new items are to be made.
    CASE_ALREADY_APPROVED,
    /// The reading of a first issue is missing, or does not fit the case.
    READING_UNFIT,
    /// The new item was not made.
    CASE_NOT_REISSUED,
    /// The archive holder has not confirmed the award; state-level items need it.
    ENTITLEMENT_NOT_CONFIRMED,
    /// The campaign is open.
    CAMPAIGN_ALREADY_OPEN,
    /// An evidence bundle with this identity was issued.
    EVIDENCE_ALREADY_ISSUED,
    /// No such campaign was opened.
    CAMPAIGN_UNKNOWN,
    /// The campaign has ended.
    CAMPAIGN_CLOSED,
    /// The campaign surveys another award, or another office runs it.
    CAMPAIGN_DIFFERS,
    /// This item of this recipient was surveyed in this campaign.
    ITEM_ALREADY_SURVEYED,
    /// The figures are not what the recorded sheets come to.
    FIGURES_DIFFER,
    /// Nothing in the ledger is about what the finding names.
    ANOMALY_SUBJECT_UNKNOWN,
    /// An explanation says which events it explains.
    ANOMALY_EVIDENCE_MISSING,
    /// The finding was explained as it is proved now.
    ANOMALY_ALREADY_EXPLAINED,
    /// There is no explanation to take back.
    ANOMALY_NOT_EXPLAINED,
    /// Whoever entered the facts does not explain what is wrong with them (R10).
    OWN_ENTRY_MAY_NOT_BE_EXPLAINED,
    /// An inspection with this identity was opened.
    INSPECTION_ALREADY_OPEN,
    /// The inspection decision has opened an inspection; it opens no second one.
    INSPECTION_ORDER_USED,
    /// No such inspection was opened.
    INSPECTION_UNKNOWN,
    /// The inspection has ended.
    INSPECTION_CLOSED,
    /// The cut-off is no checkpoint that this log has published.
    CUT_OFF_NOT_PUBLISHED,
    /// Only an inspector does that.
    ONLY_INSPECTORS,
    /// Only the inspected office explains.
    ONLY_THE_OFFICE_EXPLAINS,
    /// Neither the decision nor the period is inspected.
    INSPECTION_OUT_OF_SCOPE,
    /// The event was recorded after the cut-off.
    BEYOND_CUT_OFF,
    /// The inspection has no such finding.
    FINDING_UNKNOWN,
    /// The finding is explained; an inspector accepts or reopens.
    FINDING_ALREADY_EXPLAINED,
    /// The finding waits for the office's explanation.
    FINDING_NOT_EXPLAINED,
    /// The explanation was accepted.
    FINDING_SETTLED,
    /// Who explained for the office may not decide whether that is accepted (R10).
    EXPLAINER_MAY_NOT_ACCEPT,
    /// Findings are not settled; the inspection cannot end.
    INSPECTION_FINDINGS_OPEN,
    /// The file holds no facts.
    IMPORT_EMPTY,
    /// The file would make more events than one append may hold.
    IMPORT_TOO_LARGE,
    /// Rows of the file break rules; nothing was stored.
    IMPORT_REJECTED,
    /// Others recorded meanwhile what the file depends on; none of its facts will ever be known.
    IMPORT_OVERTAKEN,
    /// The import is being taken in already.
    IMPORT_UNDERWAY,
    /// The import was cancelled before its first fact, or there never was one.
    IMPORT_CANCELLED,
    /// One event would be larger than the log can hold.
    EVENT_TOO_LARGE,
    /// The idempotency key was used for another request.
    REQUEST_REUSED,
    /// The log is not what was signed before: nothing is recorded until that is explained.
    LEDGER_SUSPENDED,
    /// Others changed the same records again and again; try once more.
    CONTENDED;

    /// Whether it forbids what one person may not do because that person did something else (R10).
    public boolean separatesDuties() {
        return switch (this) {
            case FILER_MAY_NOT_APPRAISE,
                    FILER_MAY_NOT_DECIDE,
                    SECOND_PERSON_MISSING,
                    EXPLAINER_MAY_NOT_ACCEPT ->
                    true;
            default -> false;
        };
    }
}
