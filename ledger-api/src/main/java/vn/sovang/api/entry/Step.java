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
    CONFIRM(Step.CASES, "xac-nhan", "confirm-entitlement"),
    NOT_CONFIRM(Step.CASES, "khong-xac-nhan", "report-entitlement-not-confirmed"),
    APPROVE(Step.CASES, "dong-y", "approve-reissue"),
    REFUSE(Step.CASES, "tu-choi", "refuse-reissue"),
    REISSUE(Step.CASES, "cap-hien-vat", "reissue-artifact"),
    HAND_OVER(Step.CASES, "giao", "hand-over-artifact"),
    // An award line.
    ISSUE(Step.AWARDS, "cap-phat", "issue-artifact"),
    REQUEST(Step.AWARDS, "tiep-nhan-de-nghi", "request-reissue"),
    ANNUL(Step.AWARDS, "huy-bo", "annul-award"),
    // An item.
    DAMAGED(Step.ITEMS, "bao-hong", "report-artifact-damaged"),
    LOST(Step.ITEMS, "bao-mat", "report-artifact-lost"),
    HAND_IN(Step.ITEMS, "nop-lai", "hand-in-artifact"),
    // A nomination.
    RECEIVE(Step.NOMINATIONS, "tiep-nhan-ho-so", "receive-dossier"),
    APPRAISE(Step.NOMINATIONS, "tham-dinh", "conclude-appraisal"),
    VOTE(Step.NOMINATIONS, "bo-phieu", "record-council-votes"),
    WITHDRAW(Step.NOMINATIONS, "rut", "withdraw-nomination");

    static final String CASES = "cap-doi-cap-lai";
    static final String AWARDS = "khen-thuong";
    static final String ITEMS = "hien-vat";
    static final String NOMINATIONS = "de-nghi";

    private final String folder;
    private final String slug;
    private final String command;

    Step(String folder, String slug, String command) {
        this.folder = folder;
        this.slug = slug;
        this.command = command;
    }

    static Optional<Step> named(String folder, String slug) {
        return Arrays.stream(values())
                .filter(s -> s.folder.equals(folder) && s.slug.equals(slug))
                .findFirst();
    }

    String folder() {
        return folder;
    }

    /// The command as programs call it; also the name of the form's texts.
    String command() {
        return command;
    }

    String address(UUID thing) {
        return "/" + folder + "/" + thing + "/" + slug;
    }
}
