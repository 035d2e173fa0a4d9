package vn.sovang.api.entry;

import java.util.List;
import vn.sovang.decider.RefusalCode;

/// Where in a body the reason of a refusal most likely stands. The first place that a form has a
/// field for counts; without one the refusal is about the form as a whole.
final class RefusedFields {
    private RefusedFields() {}

    static List<String> of(RefusalCode code) {
        return switch (code) {
            case IN_THE_FUTURE, EARLIER_THAN_ITS_CAUSE -> List.of("/origin/effectiveOn");
            case DOCUMENT_MISSING, DECISION_NUMBER_TAKEN, DATE_INCOMPLETE ->
                    List.of("/origin/document/number");
            case UNIT_UNKNOWN, UNIT_DID_NOT_EXIST ->
                    List.of(
                            "/authority",
                            "/receivedBy",
                            "/returnedBy",
                            "/appraisedBy",
                            "/proposingUnit",
                            "/from",
                            "/by",
                            "/event/ward",
                            "/event/unit",
                            "/unit/parent");
            case AUTHORITY_STILL_EXISTS, COMPETENCE_NOT_DETERMINED, AUTHORITY_NOT_COMPETENT ->
                    List.of("/authority");
            case AUTHORISATION_MISSING ->
                    List.of(
                            "/application/applicant/authorisationSha256",
                            "/receiver/authorisationSha256");
            case READING_UNFIT -> List.of("/subject/reading");
            case ARTIFACT_ALREADY_ACTIVE,
                    ARTIFACT_NOT_HANDED_IN,
                    ARTIFACT_NOT_LOST,
                    ARTIFACT_NOT_PART_OF_AWARD,
                    ARTIFACT_UNKNOWN ->
                    List.of("/subject/artifact", "/kind", "/artifact", "/event/kind");
            case CASE_ALREADY_OPEN -> List.of("/subject/kind");
            case LIST_EMPTY,
                    LIST_TOO_LONG,
                    CASE_UNKNOWN,
                    CASE_ALREADY_LISTED,
                    CASE_NOT_LISTED,
                    CASE_INCOMPLETE ->
                    List.of("/lines", "/nominations", "/missing", "/added");
            case RECIPIENT_KIND_NOT_ALLOWED, RECIPIENT_KIND_DIFFERS -> List.of("/typed/kind");
            case AWARD_TYPE_UNKNOWN, AWARD_TYPE_NOT_VALID -> List.of("/typed/award");
            case RANK_DOES_NOT_EXIST -> List.of("/typed/rank");
            case NOT_A_STATE_HONOUR, GROUND_DOES_NOT_APPLY -> List.of("/ground");
            case JUDGMENT_MISSING -> List.of("/judgmentFinalOn");
            case PRIZE_EXCEEDED, PRIZE_NOT_PAID, PRIZE_ALREADY_PAID -> List.of("/dong");
            case OPINION_NOT_REQUESTED -> List.of("/body");
            case OBJECTION_UNKNOWN -> List.of("/objection");
            case ITEM_ALREADY_SURVEYED -> List.of("/event/kind");
            case RECIPIENTS_ALREADY_JOINED, RECIPIENTS_NOT_JOINED -> List.of("/other");
            case AWARD_TYPE_ALREADY_DEFINED -> List.of("/type/code");
            case LEGAL_TEXT_ALREADY_DEFINED -> List.of("/text/code");
            case CUSTODY_HOLDER_DIFFERS -> List.of("/from", "/holder");
            case CUSTODY_GOES_NOWHERE -> List.of("/to");
            case RETENTION_FORBIDS_ERASURE, RETENTION_ALLOWS_ERASURE, SUBJECT_UNKNOWN ->
                    List.of("/subject");
            case SECOND_PERSON_MISSING -> List.of("/approvedBy");
            case NOTHING_TO_CORRECT -> List.of("/corrected/name");
            case UNIT_FOLLOWS_ITSELF -> List.of("/into", "/parent");
            case UNIT_CODE_TAKEN -> List.of("/statisticalCode", "/unit/statisticalCode");
            case NOTHING_CORRECTED -> List.of("/change/sealedAfter", "/change/after", "/cause");
            default -> List.of();
        };
    }
}
