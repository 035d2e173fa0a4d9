package vn.sovang.api.imports;

/// What can be wrong with a file, or be worth knowing about it. Stable; each has a text in both
/// languages.
public enum ProblemCode {
    /// The file holds nothing.
    FILE_EMPTY,
    /// More bytes than the limit.
    FILE_TOO_LARGE,
    /// Neither Excel nor anything like it: a renamed CSV, a picture, a text.
    NOT_A_WORKBOOK,
    /// Excel 97–2003, or protected by a password.
    OLD_OR_PROTECTED,
    /// Cut short or changed: a part is missing or cannot be read.
    FILE_DAMAGED,
    /// More parts than any honest workbook has.
    TOO_MANY_PARTS,
    /// Unpacked it would be larger than the limit.
    TOO_LARGE_UNPACKED,
    /// The file carries programs.
    HAS_MACROS,
    /// The file carries other files or controls.
    HAS_EMBEDDED_OBJECTS,
    /// A part declares a document type: the way to XXE and to exploding entities.
    HAS_DOCTYPE,
    /// No sheet bears a known name.
    NO_SHEET_RECOGNISED,
    /// The sheets are there, without a single row.
    NO_ROWS,
    /// More filled rows than the limit.
    TOO_MANY_ROWS,
    /// A filled cell beyond the last column allowed.
    TOO_MANY_COLUMNS,
    /// No row among the first has known headings.
    HEADER_NOT_FOUND,
    /// A column without which rows mean nothing.
    COLUMN_MISSING,
    /// Two columns mean the same.
    COLUMN_TWICE,
    /// Rows put right come back to the file they are from, not alone.
    CORRECTIONS_ALONE,
    /// More text in a cell than any name or symbol has.
    TEXT_TOO_LONG,
    /// Invisible or direction-changing characters.
    TEXT_FORBIDDEN,
    /// Letters of an old font (.VnTime): the file needs converting first.
    LEGACY_FONT,
    /// The cell shows an Excel error such as #REF!.
    CELL_ERROR,
    /// A formula that was never calculated.
    FORMULA_WITHOUT_VALUE,
    /// A cell that must not be blank is.
    VALUE_MISSING,
    /// Not a date in any accepted form.
    NOT_A_DATE,
    /// A date before there were awards.
    DATE_IMPLAUSIBLE,
    /// Excel made a date of a number or symbol.
    DATE_WHERE_TEXT,
    /// Not one of the values the column knows.
    VALUE_UNKNOWN,
    /// No award of the catalogue has this code or name.
    AWARD_UNKNOWN,
    /// The award's name and the rank column say two things.
    RANK_DIFFERS,
    /// Two units of this name existed on that day.
    UNIT_AMBIGUOUS,
    /// Two rows give one recipient two names, years of birth or kinds.
    RECIPIENT_DIFFERS,
    /// A line names a decision that no header has.
    DECISION_UNKNOWN,
    /// Two headers have the number and the day that a line names.
    DECISION_AMBIGUOUS,
    /// No row files the nomination that this row names.
    NOMINATION_UNKNOWN,
    /// The nomination was of another recipient or award.
    NOMINATION_DIFFERS,
    /// One body sends the nomination up twice.
    NOMINATION_SENT_TWICE,
    /// A nomination is both sent and withdrawn.
    NOMINATION_SENT_AND_WITHDRAWN,
    /// Rows of one list name two receivers.
    RECEIVER_DIFFERS,
    /// A reading is given for a request that is no first issue.
    READING_NOT_APPLICABLE,
    /// No survey of this office was opened by such a letter.
    CAMPAIGN_UNKNOWN,
    /// The survey has ended.
    CAMPAIGN_CLOSED,
    /// Several surveys were opened by letters of this number.
    CAMPAIGN_AMBIGUOUS,
    /// No decision of that authority, number and day confers the award surveyed.
    AWARD_NOT_FOUND,
    /// No line of the decision bears the name.
    NAME_NOT_ON_DECISION,
    /// A line of the decision bears the name but for accents, or another year of birth.
    NAME_NEARLY,
    /// More than one line of the decision bears the name.
    NAME_TWICE_ON_DECISION,
    /// The decision confers otherwise: in life, or posthumously.
    MODE_DIFFERS,
    /// No decision is said to be found, yet somebody of the name is known.
    PERSON_KNOWN,
    /// The award line has several active items of the kind.
    ITEM_AMBIGUOUS,
    /// A decision is named, and said not to be found.
    DECISION_FOUND_AND_NOT,
    /// An item is there and is not.
    PRESENCE_DIFFERS,
    /// Somebody alive has a day of death.
    ALIVE_AND_DEAD,
    /// More problems than are shown.
    TOO_MANY_PROBLEMS,

    /// A value comes from a formula.
    FORMULA_USED,
    /// A column means what the office chose.
    HEADING_CHOSEN,
    /// A sheet is read as the office chose.
    SHEET_CHOSEN,
    /// A sheet of unknown name is left out.
    SHEET_IGNORED,
    /// A column of unknown heading is left out.
    COLUMN_IGNORED,
    /// Text that could be about people is not taken into the ledger.
    TEXT_NOT_KEPT,
    /// A hidden sheet is read like any other.
    SHEET_HIDDEN,
    /// Hidden rows are read like any other.
    ROWS_HIDDEN,
    /// Hidden columns are read like any other.
    COLUMNS_HIDDEN,
    /// A row of totals is left out.
    TOTALS_SKIPPED,
    /// A unit unknown to the ledger will be registered, not yet matched.
    UNIT_NEW,
    /// A decision has no lines in the file.
    DECISION_WITHOUT_LINES
}
