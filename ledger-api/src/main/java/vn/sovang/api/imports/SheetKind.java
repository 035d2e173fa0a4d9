package vn.sovang.api.imports;

import static vn.sovang.api.imports.Heading.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    /// One row for each item that a survey looked at (*phiếu khảo sát*).
    SHEETS,
    /// Where the whole file comes from (*nguồn, độ tin cậy*).
    ORIGIN;

    private static final List<Heading> LIST = List.of(LIST_NUMBER, DATE, FROM, TO);
    private static final List<Heading> PARTY =
            List.of(ORDINAL, RECIPIENT_KEY, NAME, BIRTH, RESIDENCE, KIND, AWARD, RANK);
    private static final List<Heading> END = List.of(AS_FOUND, NOTE);

    List<Heading> headings() {
        return switch (this) {
            case LISTS ->
                    join(
                            Stream.of(
                                    LIST,
                                    PARTY,
                                    List.of(COMMENDATION, WORK_UNIT, NOMINATION_KEY, WITHDRAWN),
                                    END));
            case DECISIONS ->
                    join(
                            Stream.of(
                                    List.of(DECISION_NUMBER, DATE, AUTHORITY, SIGNER, SUBJECT),
                                    END));
            case LINES ->
                    join(
                            Stream.of(
                                    List.of(DECISION_NUMBER, DATE, AUTHORITY),
                                    PARTY,
                                    List.of(
                                            MODE,
                                            COMMENDATION,
                                            WORK_UNIT,
                                            PROPOSER,
                                            NOMINATION_KEY),
                                    END));
            case REISSUES ->
                    join(
                            Stream.of(
                                    LIST,
                                    PARTY,
                                    List.of(COMMENDATION, WORK_UNIT, ARTIFACT, REQUEST, READING),
                                    List.of(SUGGESTED_READING, SUGGESTED_BY),
                                    List.of(AWARD_DECISION_NUMBER, AWARD_DECISION_DATE, REASON),
                                    END));
            case SURVEYS -> List.of(LETTER_NUMBER, DATE, UNIT, AWARD, SUBJECT, AS_FOUND);
            case SHEETS ->
                    join(
                            Stream.of(
                                    List.of(LETTER_NUMBER, UNIT, DATE, WARD, ORDINAL),
                                    List.of(RECIPIENT_KEY, NAME, BIRTH, RESIDENCE, LIFE, DIED),
                                    List.of(DECISION_NUMBER, AWARD_DECISION_DATE, AUTHORITY, MODE),
                                    List.of(NO_DECISION, ANOTHER_PERSON),
                                    List.of(ARTIFACT, PRESENT, CONDITION, REQUEST),
                                    List.of(RELATION, KEEPER, KEEPER_ADDRESS, KEPT_UNTIL, SURVEYOR),
                                    END));
            case ORIGIN -> List.of(SOURCE, CONFIDENCE, NOTE);
        };
    }

    private static List<Heading> join(Stream<List<Heading>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    /// Columns without which no row of the sheet can be understood. Their cells may be blank.
    Set<Heading> required() {
        return switch (this) {
            case LISTS -> Set.of(LIST_NUMBER, DATE, FROM, NAME, KIND, AWARD);
            case DECISIONS -> Set.of(DECISION_NUMBER, DATE, AUTHORITY);
            case LINES -> Set.of(DECISION_NUMBER, DATE, NAME, KIND, AWARD);
            case REISSUES -> Set.of(LIST_NUMBER, DATE, FROM, NAME, AWARD, ARTIFACT, REQUEST);
            case SURVEYS -> Set.of(LETTER_NUMBER, DATE, UNIT, AWARD, SUBJECT);
            case SHEETS ->
                    Set.of(
                            LETTER_NUMBER,
                            UNIT,
                            DATE,
                            NAME,
                            DECISION_NUMBER,
                            AWARD_DECISION_DATE,
                            AUTHORITY,
                            ARTIFACT,
                            CONDITION);
            case ORIGIN -> Set.of(SOURCE);
        };
    }
}
