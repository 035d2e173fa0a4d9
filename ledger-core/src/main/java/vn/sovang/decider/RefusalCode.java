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
    /// No such unit is registered.
    UNIT_UNKNOWN,
    /// A unit with this identity or name is registered.
    UNIT_ALREADY_REGISTERED,
    /// The unit did not exist on that day.
    UNIT_DID_NOT_EXIST,
    /// The catalogue has no such award type.
    AWARD_TYPE_UNKNOWN,
    /// The award type did not exist in law on that day.
    AWARD_TYPE_NOT_VALID,
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
    /// A list or decision needs at least one line.
    LIST_EMPTY,
    /// More lines than one append may hold.
    LIST_TOO_LONG,
    /// The authority used this number this year for another decision.
    DECISION_NUMBER_TAKEN,
    /// Who filed the nomination may not record the decision (separation of duties).
    FILER_MAY_NOT_DECIDE,
    /// No such award line.
    AWARD_UNKNOWN,
    /// The award was annulled.
    AWARD_ANNULLED,
    /// The award stands; its items cannot be withdrawn.
    AWARD_NOT_ANNULLED,
    /// The award line is of another award type.
    AWARD_DIFFERS,
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
    /// The case is open.
    CASE_ALREADY_OPEN,
    /// No such case.
    CASE_UNKNOWN,
    /// The case came to its end.
    CASE_SETTLED,
    /// The case was not approved.
    CASE_NOT_APPROVED,
    /// The archive holder has not confirmed the award; state-level items need it.
    ENTITLEMENT_NOT_CONFIRMED,
    /// The campaign is open.
    CAMPAIGN_ALREADY_OPEN,
    /// An evidence bundle with this identity was issued.
    EVIDENCE_ALREADY_ISSUED,
    /// The file holds no facts.
    IMPORT_EMPTY,
    /// The file would make more events than one append may hold.
    IMPORT_TOO_LARGE,
    /// Rows of the file break rules; nothing was stored.
    IMPORT_REJECTED,
    /// The idempotency key was used for another request.
    REQUEST_REUSED,
    /// The log is not what was signed before: nothing is recorded until that is explained.
    LEDGER_SUSPENDED,
    /// Others changed the same records again and again; try once more.
    CONTENDED
}
