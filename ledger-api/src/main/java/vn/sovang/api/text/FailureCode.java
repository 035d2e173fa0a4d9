package vn.sovang.api.text;

/// Why a question was not answered. Stable: programs read them, over the network and in the output
/// of the command line; each has a Vietnamese and an English text.
public enum FailureCode {
    PERIOD_MALFORMED(400),
    POLICY_UNKNOWN(400),
    KNOWN_AT_MALFORMED(400),
    /// Of two moments to compare the second lies before the first.
    MOMENTS_REVERSED(400),
    VIEW_UNKNOWN(400),
    AUTHORITY_UNKNOWN(400),
    /// Several units bear the name; their identities tell them apart.
    AUTHORITY_AMBIGUOUS(400),
    CURSOR_MALFORMED(400),
    /// Nothing to look for.
    SEARCH_EMPTY(400),
    /// Too much to look for.
    SEARCH_TOO_LONG(400),
    /// A character that no text of the ledger can hold.
    SEARCH_MALFORMED(400),
    LIMIT_OUT_OF_RANGE(400),
    DATE_MALFORMED(400),
    DAYS_REVERSED(400),
    VALUE_UNKNOWN(400),
    ID_MALFORMED(400),
    PARAMETER_MISSING(400),
    PARAMETER_MALFORMED(400),
    /// A list that is asked by what it does not know would answer with everything.
    PARAMETER_UNKNOWN(400),
    PARAMETER_REPEATED(400),
    /// More rows than a file may have.
    LIST_TOO_LONG(400),
    LIST_FORMAT_UNKNOWN(400),
    REQUEST_MALFORMED(400),
    /// The body is no JSON.
    JSON_MALFORMED(400),
    /// The body is no UTF-8.
    TEXT_NOT_UTF8(400),
    /// Places of the body that cannot be used; each is told.
    FIELDS_WRONG(422),
    FIELD_UNKNOWN(422),
    FIELD_MISSING(422),
    FIELD_TYPE(422),
    NUMBER_OUT_OF_RANGE(422),
    TEXT_EMPTY(422),
    TEXT_TOO_LONG(422),
    /// A control, format or unpaired surrogate character.
    TEXT_FORBIDDEN(422),
    TEXT_MALFORMED(422),
    LIST_TOO_MANY(422),
    /// Values that do not go together, or that a field never holds.
    VALUE_REFUSED(422),
    /// Personal data of somebody the request does not name.
    SUBJECT_NOT_NAMED(422),
    /// Nothing to put on a paper.
    PAPER_EMPTY(422),
    /// The books do not hold what a letter would confirm.
    CONFIRMATION_IMPOSSIBLE(422),
    /// A text that fits into its place on the blank neither wrapped nor smaller.
    CERTIFICATE_TEXT_TOO_LONG(422),
    LIST_NOT_FOUND(404),
    COMMAND_UNKNOWN(404),
    IDEMPOTENCY_KEY_MISSING(400),
    IDEMPOTENCY_KEY_MALFORMED(400),
    IDEMPOTENCY_KEY_REUSED(422),
    BODY_TOO_LARGE(413),
    FILE_MISSING(400),
    /// The file is being recorded, or was, or was taken away.
    IMPORT_NOT_WAITING(409),
    /// The file that is to be put right is not kept any more, or somebody else brought it.
    IMPORT_FILE_GONE(404),
    /// What came back is not the workbook of the wrong rows of this file.
    CORRECTIONS_NOT_OURS(422),
    /// Finished work is forgotten after a while.
    WORK_NOT_FOUND(404),
    TOO_MUCH_WORK(503),
    TOO_MANY_READERS(503),
    /// Too many wait to be recorded.
    STORE_BUSY(503),
    /// The same request again finds out whether it was recorded.
    OUTCOME_UNKNOWN(503),
    /// A public key that cannot be read.
    KEY_MALFORMED(400),
    BUNDLE_TOO_LARGE(400),
    /// Entries of the log are for mirrors and programs on this machine.
    ENTRIES_NOT_PUBLIC(403),
    /// Over the network evidence is handed out without personal data only.
    EVIDENCE_NEEDS_SIGN_IN(403),
    /// Nobody is known who asks.
    SIGN_IN_NEEDED(401),
    /// A key of a program that there is not, or no longer.
    KEY_UNKNOWN(401),
    /// The office's identity provider cannot be asked.
    PROVIDER_AWAY(503),
    SIGN_IN_TOO_OFTEN(429),
    /// The table of permissions names no role that the caller has.
    ROLE_NEEDED(403),
    /// The unit is none of the caller's.
    UNIT_OUT_OF_SCOPE(403),
    /// A form whose token is not, or no longer, that of the reader's session.
    FORM_OUT_OF_DATE(403),
    /// Somebody else has seen the password.
    PASSWORD_CHANGE_NEEDED(403),
    PASSWORD_WRONG(400),
    PASSWORD_SAME(400),
    PASSWORD_TOO_SHORT(400),
    PASSWORD_TOO_LONG(400),
    PASSWORD_COMMON(400),
    ACCOUNT_UNKNOWN(404),
    ACCOUNT_EXISTS(409),
    ACCOUNT_NAME_MALFORMED(400),
    /// Who runs the service does no business of the office.
    ROLES_NOT_TOGETHER(409),
    /// A person has no key of that name, or it is over.
    ACCESS_KEY_UNKNOWN(404),
    /// The consequences of an act were not ticked.
    NOT_CONFIRMED(422),
    OWN_ROLES(403),
    MANDATE_WITHOUT_DECISION(400),
    MANDATE_ENDS_BEFORE_IT_BEGINS(400),
    MANDATE_OF_NO_INSPECTOR(409),
    /// A page of another site asked to write.
    FOREIGN_PAGE(403),
    READ_MODEL_UNKNOWN(404),
    /// The read model was never rebuilt.
    REBUILD_NOT_FOUND(404),
    REBUILD_PAUSED(409),
    REBUILD_NOT_RUNNING(409),
    REBUILD_NOT_PAUSED(409),
    /// A newer version of the program has built the read model, or is building it.
    READ_MODEL_NEWER(409),
    OLD_TABLES_NOT_KEPT(409),
    /// What was typed is no code: a slip.
    VERIFICATION_CODE_MISTYPED(400),
    /// A code that nobody issued.
    VERIFICATION_CODE_UNKNOWN(404),
    /// Neither an item nor an award line of which nothing was issued yet.
    VERIFICATION_CODE_NONE(404),
    VERIFICATION_TOO_OFTEN(429),
    /// The secret of codes at hand is not the one that codes were made with.
    VERIFICATION_KEY_DIFFERS(503),
    /// Nobody said where strangers reach the service.
    PUBLIC_ADDRESS_MISSING(400),
    RECIPIENT_NOT_FOUND(404),
    REPORT_NOT_FOUND(404),
    /// No draft of this office bears the identity.
    DRAFT_NOT_FOUND(404),
    /// Somebody saved the draft meanwhile, or issued a report from it.
    DRAFT_CHANGED(409),
    /// An address that is no list whose filter can be kept.
    SEARCH_NOT_KEPT(400),
    SEARCH_NAME_TAKEN(409),
    SEARCHES_TOO_MANY(409),
    SAVED_SEARCH_NOT_FOUND(404),
    DECISION_NOT_FOUND(404),
    /// No award, item, decision, recipient, unit, nomination or case bears the identity.
    THING_NOT_FOUND(404),
    UNIT_NOT_FOUND(404),
    NOMINATION_NOT_FOUND(404),
    REISSUE_CASE_NOT_FOUND(404),
    EVIDENCE_NOT_FOUND(404),
    /// Nothing in the ledger belongs to the period.
    EVIDENCE_EMPTY(404),
    /// No checkpoint was signed by that time.
    NO_CHECKPOINT_BY(404),
    /// The checkpoint of a log is not signed by the key given.
    NOT_SIGNED(409),
    /// The request was answered with another bundle before.
    EVIDENCE_CHANGED(409),
    EVIDENCE_TOO_LARGE(409),
    /// More events make the difference than are named one by one.
    RECONCILIATION_TOO_LARGE(409),
    AWARD_NOT_FOUND(404),
    ARTIFACT_NOT_FOUND(404),
    ANOMALY_NOT_FOUND(404),
    INSPECTION_NOT_FOUND(404),
    NO_CHECKPOINT_YET(404),
    /// No checkpoint was published for exactly that many events.
    CHECKPOINT_NOT_FOUND(404),
    /// The log of that size has another root than the checkpoint that was kept.
    CHECKPOINT_DIFFERS(409),
    /// The published tree has no such tile, or its name is spelled otherwise.
    TILE_NOT_FOUND(404),
    /// The published tree has no event at that position.
    EVENT_NOT_SEALED(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    MEDIA_TYPE_UNSUPPORTED(415),
    /// The instant asked about lies before the first event (R2).
    LEDGER_NOT_YET_OPEN(409),
    /// The position asked about is not in the log yet.
    BEYOND_THE_LOG(409),
    /// The log is not what was signed before.
    LEDGER_SUSPENDED(409),
    /// The ledger's login could change what is recorded.
    PRIVILEGED_LOGIN(500),
    /// The log was made by a test: its times come from a script.
    SCRIPTED_CLOCK(409),
    /// The read models have not come so far; the same question again finds out.
    BEHIND(503),
    /// The database cannot be reached, or too many wait.
    UNAVAILABLE(503),
    /// What must be on record before it happens could not be entered in the access log.
    ACCESS_NOT_ENTERED(503),
    FILE_UNREADABLE(400),
    /// A paper is written as docx, xlsx, pdf or txt.
    PAPER_FORMAT_UNKNOWN(400),
    /// The file that names the witnesses cannot be read as a policy.
    POLICY_FILE_UNUSABLE(400),
    /// A key, request or cosignature is not in the form it has.
    WITNESS_TEXT_MALFORMED(400),
    /// A witness's folder has no key yet, or a file of it is damaged.
    WITNESS_NOT_READY(409),
    PORT_IN_USE(500),
    /// A fault of ours; the log of the service has it under the id of the answer.
    INTERNAL(500);

    private final int httpStatus;

    FailureCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /// Exit code on the command line: 1 refused, 2 usage, 3 input or output.
    public int exitCode() {
        return switch (this) {
            case LEDGER_NOT_YET_OPEN,
                    BEYOND_THE_LOG,
                    LEDGER_SUSPENDED,
                    SCRIPTED_CLOCK,
                    PRIVILEGED_LOGIN,
                    WITNESS_NOT_READY,
                    AWARD_NOT_FOUND,
                    ARTIFACT_NOT_FOUND,
                    ANOMALY_NOT_FOUND,
                    INSPECTION_NOT_FOUND,
                    VERIFICATION_CODE_NONE,
                    VERIFICATION_KEY_DIFFERS,
                    RECIPIENT_NOT_FOUND,
                    REPORT_NOT_FOUND,
                    RECONCILIATION_TOO_LARGE,
                    DECISION_NOT_FOUND,
                    THING_NOT_FOUND,
                    UNIT_NOT_FOUND,
                    NOMINATION_NOT_FOUND,
                    REISSUE_CASE_NOT_FOUND,
                    PAPER_EMPTY,
                    CONFIRMATION_IMPOSSIBLE,
                    CERTIFICATE_TEXT_TOO_LONG,
                    LIST_NOT_FOUND,
                    IMPORT_NOT_WAITING,
                    EVIDENCE_EMPTY,
                    EVIDENCE_CHANGED,
                    EVIDENCE_TOO_LARGE,
                    BUNDLE_TOO_LARGE,
                    ENTRIES_NOT_PUBLIC,
                    NOT_SIGNED,
                    KEY_MALFORMED,
                    NO_CHECKPOINT_BY,
                    CHECKPOINT_NOT_FOUND,
                    CHECKPOINT_DIFFERS,
                    NO_CHECKPOINT_YET,
                    ACCOUNT_UNKNOWN,
                    ACCOUNT_EXISTS,
                    ROLES_NOT_TOGETHER,
                    MANDATE_OF_NO_INSPECTOR,
                    ACCESS_KEY_UNKNOWN,
                    OWN_ROLES,
                    REBUILD_NOT_FOUND,
                    REBUILD_PAUSED,
                    REBUILD_NOT_RUNNING,
                    REBUILD_NOT_PAUSED,
                    READ_MODEL_NEWER,
                    OLD_TABLES_NOT_KEPT ->
                    1;
            case BEHIND,
                    UNAVAILABLE,
                    PROVIDER_AWAY,
                    STORE_BUSY,
                    OUTCOME_UNKNOWN,
                    ACCESS_NOT_ENTERED,
                    INTERNAL,
                    PORT_IN_USE,
                    FILE_UNREADABLE ->
                    3;
            default -> 2;
        };
    }
}
