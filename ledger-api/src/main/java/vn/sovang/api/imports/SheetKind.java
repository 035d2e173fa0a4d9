package vn.sovang.api.imports;

import static vn.sovang.api.imports.Heading.*;

import java.util.List;
import java.util.Set;

/// A sheet that the importer understands, with its columns in the order of the template.
enum SheetKind {
    /// Lists sent up, and nominations that were only filed (*tờ trình*).
    LISTS,
    /// One row for each decision (*quyết định*).
    DECISIONS,
    /// One row for each line of a decision (*danh sách kèm quyết định*).
    LINES,
    /// Cases of exchange, re-issue and first issue (*cấp đổi, cấp lại, cấp mới*).
    REISSUES,
    /// Survey campaigns (*khảo sát hiện vật*).
    SURVEYS,
    /// Where the whole file comes from (*nguồn, độ tin cậy*).
    ORIGIN;

    List<Heading> headings() {
        return switch (this) {
            case LISTS ->
                    List.of(
                            LIST_NUMBER,
                            DATE,
                            FROM,
                            TO,
                            ORDINAL,
                            RECIPIENT_KEY,
                            NAME,
                            BIRTH,
                            RESIDENCE,
                            KIND,
                            AWARD,
                            RANK,
                            COMMENDATION,
                            WORK_UNIT,
                            NOMINATION_KEY,
                            WITHDRAWN,
                            AS_FOUND,
                            NOTE);
            case DECISIONS ->
                    List.of(DECISION_NUMBER, DATE, AUTHORITY, SIGNER, SUBJECT, AS_FOUND, NOTE);
            case LINES ->
                    List.of(
                            DECISION_NUMBER,
                            DATE,
                            AUTHORITY,
                            ORDINAL,
                            RECIPIENT_KEY,
                            NAME,
                            BIRTH,
                            RESIDENCE,
                            KIND,
                            AWARD,
                            RANK,
                            MODE,
                            COMMENDATION,
                            WORK_UNIT,
                            PROPOSER,
                            NOMINATION_KEY,
                            AS_FOUND,
                            NOTE);
            case REISSUES ->
                    List.of(
                            LIST_NUMBER,
                            DATE,
                            FROM,
                            TO,
                            ORDINAL,
                            RECIPIENT_KEY,
                            NAME,
                            BIRTH,
                            RESIDENCE,
                            KIND,
                            AWARD,
                            RANK,
                            COMMENDATION,
                            WORK_UNIT,
                            ARTIFACT,
                            REQUEST,
                            READING,
                            SUGGESTED_READING,
                            SUGGESTED_BY,
                            AWARD_DECISION_NUMBER,
                            AWARD_DECISION_DATE,
                            REASON,
                            AS_FOUND,
                            NOTE);
            case SURVEYS -> List.of(LETTER_NUMBER, DATE, UNIT, AWARD, SUBJECT, AS_FOUND);
            case ORIGIN -> List.of(SOURCE, CONFIDENCE, NOTE);
        };
    }

    /// Columns without which no row of the sheet can be understood. Their cells may be blank.
    Set<Heading> required() {
        return switch (this) {
            case LISTS -> Set.of(LIST_NUMBER, DATE, FROM, NAME, KIND, AWARD);
            case DECISIONS -> Set.of(DECISION_NUMBER, DATE, AUTHORITY);
            case LINES -> Set.of(DECISION_NUMBER, DATE, NAME, KIND, AWARD);
            case REISSUES -> Set.of(LIST_NUMBER, DATE, FROM, NAME, AWARD, ARTIFACT, REQUEST);
            case SURVEYS -> Set.of(LETTER_NUMBER, DATE, UNIT, AWARD, SUBJECT);
            case ORIGIN -> Set.of(SOURCE);
        };
    }
}
