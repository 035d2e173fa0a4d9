package vn.sovang.api.entry;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What can be done to one thing of the register on a page of its own (*bước xử lý*).
enum Step {
    // A re-issue case.
    ASK_PAPERS(Step.CASES, "yeu-cau-bo-sung", "request-completion"),
    COMPLETE_FILE(Step.CASES, "da-bo-sung", "complete-reissue-file"),
    FORWARD(Step.CASES, "chuyen-cap-tren", "forward-reissue"),
    RETURN_FILE(Step.CASES, "tra-ho-so", "return-reissue-file"),
    RETURN_LIST(Step.CASES, "tra-danh-sach", "return-reissue-list"),
    CONFIRM(Step.CASES, "xac-nhan", "confirm-entitlement"),
    NOT_CONFIRM(Step.CASES, "khong-xac-nhan", "report-entitlement-not-confirmed"),
    APPROVE(Step.CASES, "dong-y", "approve-reissue"),
    REFUSE(Step.CASES, "tu-choi", "refuse-reissue"),
    REISSUE(Step.CASES, "cap-hien-vat", "reissue-artifact"),
    HAND_OVER(Step.CASES, "giao", "hand-over-artifact"),
    // An award line.
    ISSUE(Step.AWARDS, "cap-phat", "issue-artifact"),
    PRESENT(Step.AWARDS, "trao-tang", "present-award"),
    PAY(Step.AWARDS, "chi-tien-thuong", "pay-prize"),
    RECOVER(Step.AWARDS, "thu-hoi-tien-thuong", "recover-prize"),
    REQUEST(Step.AWARDS, "tiep-nhan-de-nghi", "request-reissue"),
    CORRECT_NAME(Step.AWARDS, "dinh-chinh-nguoi", "correct-decision", "correct-decision.person"),
    CORRECT_LINE(Step.AWARDS, "sua-dong", "correct-decision", "correct-decision.line"),
    STRIKE_LINE(Step.AWARDS, "xoa-dong-nhap-sai", "correct-decision", "correct-decision.struck"),
    ANNUL(Step.AWARDS, "huy-bo", "annul-award"),
    REVOKE(Step.AWARDS, "thu-hoi-huy-bo", "revoke-annulment"),
    STRIP(Step.AWARDS, "tuoc", "strip-honour"),
    RESTORE(Step.AWARDS, "phuc-hoi", "restore-honour"),
    // An item.
    DAMAGED(Step.ITEMS, "bao-hong", "report-artifact-damaged"),
    LOST(Step.ITEMS, "bao-mat", "report-artifact-lost"),
    FOUND(Step.ITEMS, "tim-thay", "report-artifact-found"),
    KEEPER(Step.ITEMS, "nguoi-giu", "record-keeper"),
    HAND_IN(Step.ITEMS, "nop-lai", "hand-in-artifact"),
    TRANSFER(Step.ITEMS, "ban-giao", "transfer-custody"),
    GIVE_BACK(Step.ITEMS, "tra-nguyen-trang", "return-artifact-unchanged"),
    TAKE_BACK(Step.ITEMS, "thu-hoi", "withdraw-artifact"),
    DESTROY(Step.ITEMS, "tieu-huy", "destroy-artifact"),
    // A nomination.
    RECEIVE(Step.NOMINATIONS, "tiep-nhan-ho-so", "receive-dossier"),
    RETURN_DOSSIER(Step.NOMINATIONS, "tra-bo-sung", "return-dossier"),
    COMPLETE_DOSSIER(Step.NOMINATIONS, "hoan-thien", "complete-dossier"),
    ASK_OPINION(Step.NOMINATIONS, "lay-y-kien", "request-opinion"),
    OPINION(Step.NOMINATIONS, "ghi-y-kien", "receive-opinion"),
    PUBLISH(Step.NOMINATIONS, "cong-khai", "publish-list"),
    OBJECTION(Step.NOMINATIONS, "phan-anh", "receive-objection"),
    RESOLVE(Step.NOMINATIONS, "giai-quyet-phan-anh", "resolve-objection"),
    APPRAISE(Step.NOMINATIONS, "tham-dinh", "conclude-appraisal"),
    VOTE(Step.NOMINATIONS, "bo-phieu", "record-council-votes"),
    REJECT(Step.NOMINATIONS, "khong-dat", "reject-nomination"),
    WITHDRAW(Step.NOMINATIONS, "rut", "withdraw-nomination"),
    // A decision.
    CORRECT(Step.DECISIONS, "dinh-chinh", "correct-decision", "correct-decision"),
    // A recipient.
    CORRECT_RECIPIENT(Step.RECIPIENTS, "chinh-sua", "correct-recipient"),
    CONTACT(Step.RECIPIENTS, "nguoi-lien-he", "record-contact"),
    JOIN(Step.RECIPIENTS, "gop", "join-recipients"),
    SEPARATE(Step.RECIPIENTS, "tach", "separate-recipients"),
    RESTRICT(Step.RECIPIENTS, "han-che", "restrict-processing"),
    LIFT(Step.RECIPIENTS, "bo-han-che", "lift-restriction"),
    ERASE(Step.RECIPIENTS, "xoa-du-lieu", "erase-identity"),
    REFUSE_ERASURE(Step.RECIPIENTS, "tu-choi-xoa", "refuse-erasure"),
    // A unit.
    RENAME(Step.UNITS, "doi-ten", "rename-unit"),
    RECODE(Step.UNITS, "doi-ma", "recode-unit"),
    MOVE(Step.UNITS, "chuyen-truc-thuoc", "transfer-unit"),
    MERGE(Step.UNITS, "nhap-vao", "merge-unit"),
    SPLIT(Step.UNITS, "chia-tach", "split-unit"),
    ABOLISH(Step.UNITS, "giai-the", "abolish-unit"),
    COMPETENCE(Step.UNITS, "tham-quyen", "determine-competence");

    static final String CASES = "cap-doi-cap-lai";
    static final String AWARDS = "khen-thuong";
    static final String ITEMS = "hien-vat";
    static final String NOMINATIONS = "de-nghi";
    static final String DECISIONS = "quyet-dinh";
    static final String RECIPIENTS = "doi-tuong";
    static final String UNITS = "don-vi";

    private final String folder;
    private final String slug;
    private final String command;
    private final String form;

    Step(String folder, String slug, String command) {
        this(folder, slug, command, command);
    }

    /// One of several forms of one command.
    Step(String folder, String slug, String command, String form) {
        this.folder = folder;
        this.slug = slug;
        this.command = command;
        this.form = form;
    }

    static Optional<Step> named(String folder, String slug) {
        return Arrays.stream(values())
                .filter(s -> s.folder.equals(folder) && s.slug.equals(slug))
                .findFirst();
    }

    String folder() {
        return folder;
    }

    /// The command as programs call it.
    String command() {
        return command;
    }

    /// The name of the form's texts.
    String form() {
        return form;
    }

    String address(UUID thing) {
        return "/" + folder + "/" + thing + "/" + slug;
    }
}
