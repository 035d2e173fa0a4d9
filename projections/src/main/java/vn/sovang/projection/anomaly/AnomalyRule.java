package vn.sovang.projection.anomaly;

/// The rules by which anomalies are found, with the question of inspectors each belongs to.
///
/// The names are for ever: explanations in the log carry them. Titles and sentences stand in the
/// message bundle under `anomaly.<name>.title` and `anomaly.<name>.text`.
public enum AnomalyRule {
    // Recorded as found: a signed paper that breaks a rule (R1).
    DATED_BEFORE_ITS_CAUSE(
            6, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 84", true, Assessment.EVENTS),
    DECIDED_BEFORE_APPRAISAL(
            6, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 84", true, Assessment.EVENTS),
    DECIDED_WITHOUT_COUNCIL(
            6, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 84–85", true, Assessment.EVENTS),
    PROCEDURE_STEP_IRREGULAR(
            6, Severity.NOTICE, "Luật 06/2022/QH15 Điều 84", true, Assessment.EVENTS),
    DECIDED_AFTER_REJECTION(
            6, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 83–84", true, Assessment.EVENTS),
    AWARD_DIFFERS_FROM_NOMINATION(
            6, Severity.NOTICE, "Luật 06/2022/QH15 Điều 83", true, Assessment.EVENTS),
    DOSSIER_INCOMPLETE(
            26, Severity.NOTICE, "Luật 06/2022/QH15 Điều 84.1–84.3", true, Assessment.EVENTS),
    OBJECTION_OPEN(13, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 84.5", true, Assessment.EVENTS),
    NOMINATION_DECIDED_TWICE(
            8, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 5.2c", true, Assessment.EVENTS),
    DUTIES_NOT_SEPARATED(
            0, Severity.NOTICE, "Quy chế phân công của cơ quan", false, Assessment.EVENTS),
    DUTIES_COMBINED_BY_EXCEPTION(
            0, Severity.INFO, "Quy chế phân công của cơ quan", false, Assessment.EVENTS),
    DECISION_NUMBER_USED_TWICE(
            7, Severity.SERIOUS, "NĐ 30/2020/NĐ-CP Điều 15", true, Assessment.EVENTS),
    DECISION_DATE_INCOMPLETE(
            7, Severity.NOTICE, "NĐ 30/2020/NĐ-CP Điều 8", false, Assessment.EVENTS),
    UNIT_DID_NOT_EXIST(
            27, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 77–80", true, Assessment.EVENTS),
    AWARD_TYPE_NOT_IN_FORCE(
            33, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 6, 9, 71", true, Assessment.EVENTS),
    RECIPIENT_KIND_NOT_ALLOWED(
            9, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 19–75", true, Assessment.EVENTS),
    POSTHUMOUS_NOT_PROVIDED(
            14,
            Severity.SERIOUS,
            "Luật 06/2022/QH15 Điều 19–31, 33, 71, 75",
            true,
            Assessment.EVENTS),
    AUTHORITY_NOT_COMPETENT(
            5, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 93.7–93.8", true, Assessment.EVENTS),
    LOSS_OF_HONOUR_IRREGULAR(
            16, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 93.2–93.6", true, Assessment.EVENTS),
    PRESENTED_TWICE(0, Severity.NOTICE, "Luật 06/2022/QH15 Điều 86", false, Assessment.EVENTS),
    PRIZE_PAID_TWICE(
            25,
            Severity.SERIOUS,
            "Luật 06/2022/QH15 Điều 11.4; NĐ 98/2023/NĐ-CP Điều 54",
            true,
            Assessment.EVENTS),
    PRIZE_RECOVERY_IRREGULAR(
            16, Severity.NOTICE, "Luật 06/2022/QH15 Điều 93.2", true, Assessment.EVENTS),
    PAPER_UNSIGNED(0, Severity.NOTICE, "NĐ 30/2020/NĐ-CP Điều 8", false, Assessment.EVENTS),
    INSPECTION_IRREGULAR(0, Severity.NOTICE, "Luật Thanh tra 2022", false, Assessment.EVENTS),
    OTHER_AS_FOUND(0, Severity.NOTICE, "Quy tắc ghi trong sự kiện", false, Assessment.EVENTS),
    // Papers and what they claim (R7).
    CLAIMS_DIFFER_WITHIN_PAPER(
            34, Severity.SERIOUS, "Luật Thống kê 2015 Điều 5", false, Assessment.EVENTS),
    UNITS_CLAIM_DIFFERS(
            27,
            Severity.NOTICE,
            "Nghị quyết sắp xếp đơn vị hành chính trong lịch sử đơn vị",
            true,
            Assessment.EVENTS),
    PAPER_NUMBER_OUT_OF_ORDER(
            7, Severity.NOTICE, "NĐ 30/2020/NĐ-CP Điều 15", true, Assessment.EVENTS),
    PAPER_NUMBER_TWO_SYMBOLS(
            7, Severity.NOTICE, "NĐ 30/2020/NĐ-CP Điều 15", true, Assessment.EVENTS),
    // Decisions.
    DECISION_NUMBER_OUT_OF_ORDER(
            7, Severity.NOTICE, "NĐ 30/2020/NĐ-CP Điều 15", true, Assessment.EVENTS),
    DECISION_NUMBERS_MISSING(7, Severity.INFO, "NĐ 30/2020/NĐ-CP Điều 15", true, Assessment.EVENTS),
    RECIPIENT_TWICE_IN_DECISION(
            8, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 5.2c", true, Assessment.EVENTS),
    AWARD_BEYOND_COMPETENCE(
            5, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 77–80", true, Assessment.EVENTS),
    SIGNED_ON_NON_WORKING_DAY(
            0, Severity.INFO, "Bộ luật Lao động 2019 Điều 111–112", false, Assessment.EVENTS),
    RECORDED_LATE(15, Severity.INFO, "Luật 06/2022/QH15 Điều 84.6, 89.2e", true, Assessment.EVENTS),
    RECORDED_LATE_IN_BULK(
            15, Severity.NOTICE, "Luật 06/2022/QH15 Điều 84.6, 89.2e", true, Assessment.EVENTS),
    WITHOUT_PAPER(31, Severity.NOTICE, "Luật 06/2022/QH15 Điều 84.6", true, Assessment.EVENTS),
    IMPORT_CONFIRMED_ALONE(
            31,
            Severity.NOTICE,
            "Quy tắc của sổ: người thứ hai xác nhận tệp",
            true,
            Assessment.EVENTS),
    // Nominations.
    COUNCIL_WITHOUT_QUORUM(
            6, Severity.SERIOUS, "NĐ 98/2023/NĐ-CP (túc số hội đồng)", false, Assessment.EVENTS),
    COUNCIL_WITHOUT_MAJORITY(
            6, Severity.SERIOUS, "NĐ 98/2023/NĐ-CP (tỷ lệ phiếu)", false, Assessment.EVENTS),
    STANDARD_NOT_MET(
            10,
            Severity.SERIOUS,
            "Luật 06/2022/QH15 Điều 21–23, 34, 42, 64–67, 73–74",
            true,
            Assessment.EVENTS),
    COLLECTIVE_STANDARD_NOT_MET(
            11, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 27.1, 28.1", true, Assessment.EVENTS),
    // What becomes of awards, prizes and items.
    PRIZE_AMOUNT_DIFFERS(
            25, Severity.SERIOUS, "NĐ 98/2023/NĐ-CP Điều 54", false, Assessment.EVENTS),
    RECOVERY_OVERDUE(
            16,
            Severity.SERIOUS,
            "Luật 06/2022/QH15 Điều 93; thời hạn theo NĐ 91/2017/NĐ-CP Điều 79",
            false,
            Assessment.CLOCK),
    RECOVERED_LATE(
            16,
            Severity.NOTICE,
            "Luật 06/2022/QH15 Điều 93; thời hạn theo NĐ 91/2017/NĐ-CP Điều 79",
            false,
            Assessment.EVENTS),
    RESTORED_NOT_HANDED_BACK(
            18, Severity.NOTICE, "Luật 06/2022/QH15 Điều 93.6", true, Assessment.EVENTS),
    MOTHER_ITEM_MISSING(
            23, Severity.NOTICE, "Luật 06/2022/QH15 Điều 12.1, 61", true, Assessment.EVENTS),
    ITEM_REISSUED_TWICE(
            20, Severity.SERIOUS, "NĐ 98/2023/NĐ-CP Điều 114–115", true, Assessment.EVENTS),
    EXCHANGED_WITHOUT_HAND_IN(
            20, Severity.SERIOUS, "NĐ 98/2023/NĐ-CP Điều 114", true, Assessment.EVENTS),
    REISSUED_WITHOUT_CONFIRMATION(
            20, Severity.SERIOUS, "NĐ 98/2023/NĐ-CP Điều 115", true, Assessment.EVENTS),
    FOUND_AFTER_REPLACEMENT(
            21, Severity.NOTICE, "NĐ 98/2023/NĐ-CP Điều 115", false, Assessment.EVENTS),
    ITEM_HELD_TOO_LONG(
            19,
            Severity.SERIOUS,
            "NĐ 98/2023/NĐ-CP Điều 114–115; số ngày theo NĐ 101/2018/NĐ-CP",
            false,
            Assessment.CLOCK),
    FIRST_ISSUE_READING_UNKNOWN(
            0, Severity.INFO, "Văn bản không định nghĩa “cấp mới”", true, Assessment.EVENTS),
    CASE_OVERDUE(
            32,
            Severity.NOTICE,
            "NĐ 98/2023/NĐ-CP Điều 114–115; số ngày theo NĐ 101/2018/NĐ-CP",
            false,
            Assessment.CLOCK),
    MANY_REISSUES(22, Severity.INFO, "NĐ 98/2023/NĐ-CP Điều 115", false, Assessment.EVENTS),
    CONDITION_ANNULLED(
            17, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 93.2", true, Assessment.EVENTS),
    // Units and shares.
    SIGNED_AFTER_UNIT_ENDED(
            27, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 77–80", true, Assessment.EVENTS),
    UNIT_ENDED_TWICE(
            27,
            Severity.NOTICE,
            "Nghị quyết sắp xếp đơn vị hành chính trong lịch sử đơn vị",
            true,
            Assessment.EVENTS),
    FIGHTERS_ABOVE_QUOTA(
            12,
            Severity.NOTICE,
            "Luật 06/2022/QH15 Điều 23 (tỷ lệ 15 % theo thông lệ)",
            false,
            Assessment.EVENTS),
    // Questions that the ledger has no facts for; never passed over in silence.
    CLAIM_DIFFERS_FROM_LEDGER(
            3, Severity.NOTICE, "Luật Thống kê 2015 Điều 5", false, Assessment.ELSEWHERE),
    LEADERS_AND_WORKERS(
            12, Severity.NOTICE, "Luật 06/2022/QH15 Điều 5.2d", true, Assessment.NOT_ASSESSABLE),
    DISCIPLINE_PENDING(13, Severity.SERIOUS, "NĐ 152/2025/NĐ-CP", false, Assessment.NOT_ASSESSABLE),
    CONFERRED_AFTER_DEATH(
            14, Severity.SERIOUS, "Luật 06/2022/QH15 Điều 33", true, Assessment.NOT_ASSESSABLE),
    ALLOWANCE_START(
            24, Severity.NOTICE, "NĐ 131/2021/NĐ-CP Điều 31", false, Assessment.NOT_ASSESSABLE),
    PRIZE_FUND(25, Severity.NOTICE, "Luật 06/2022/QH15 Điều 11.4", true, Assessment.NOT_ASSESSABLE),
    APPLICANT_WITH_MANY_CASES(
            22, Severity.NOTICE, "NĐ 98/2023/NĐ-CP Điều 115", false, Assessment.NOT_ASSESSABLE),
    KEEPERS_OF_MOTHERS_ITEMS(
            23, Severity.INFO, "Luật 06/2022/QH15 Điều 86–87", true, Assessment.NOT_ASSESSABLE),
    PERSONAL_DATA_ACCESS(
            30, Severity.SERIOUS, "Luật 91/2025/QH15", false, Assessment.NOT_ASSESSABLE),
    // Questions that other pages answer.
    AWARDS_OF_ONE(1, Severity.INFO, "Luật 06/2022/QH15 Điều 84.6", true, Assessment.ELSEWHERE),
    BELIEVED_AND_KNOWN(
            2, Severity.INFO, "Luật 06/2022/QH15 Điều 89.2e", true, Assessment.ELSEWHERE),
    RECORD_UNALTERED(4, Severity.INFO, "Luật 06/2022/QH15 Điều 84.6", true, Assessment.ELSEWHERE),
    UNITS_THEN_AND_NOW(
            28,
            Severity.INFO,
            "Nghị quyết sắp xếp đơn vị hành chính trong lịch sử đơn vị",
            true,
            Assessment.ELSEWHERE),
    SAME_PERSON(29, Severity.INFO, "Luật 06/2022/QH15 Điều 89.2e", true, Assessment.ELSEWHERE);

    private final int question;
    private final Severity severity;
    private final String basis;
    private final boolean verified;
    private final Assessment assessment;

    AnomalyRule(
            int question,
            Severity severity,
            String basis,
            boolean verified,
            Assessment assessment) {
        this.question = question;
        this.severity = severity;
        this.basis = basis;
        this.verified = verified;
        this.assessment = assessment;
    }

    /// Number among the 34 questions of inspectors; 0 for a rule beyond them.
    public int question() {
        return question;
    }

    public Severity severity() {
        return severity;
    }

    /// Article or paper that the rule rests on.
    public String basis() {
        return basis;
    }

    /// Whether the basis was read in the text; else it is to be verified before anybody relies on
    /// it.
    public boolean verified() {
        return verified;
    }

    public Assessment assessment() {
        return assessment;
    }

    /// Whether there can be findings of it.
    public boolean finds() {
        return assessment == Assessment.EVENTS || assessment == Assessment.CLOCK;
    }
}
