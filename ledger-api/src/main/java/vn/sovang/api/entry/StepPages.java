package vn.sovang.api.entry;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// One page for each step of a thing: the form, and the form sent. Which role may take which step
/// is said by the table of permissions, a row for each role; the rules of the step by the ledger.
@Controller
class StepPages {
    private static final String CLERKS_CASE =
            "/cap-doi-cap-lai/{id}/{buoc:yeu-cau-bo-sung|da-bo-sung|chuyen-cap-tren|tra-ho-so}";
    private static final String REVIEWERS_CASE =
            "/cap-doi-cap-lai/{id}/{buoc:xac-nhan|khong-xac-nhan}";
    private static final String RECORDERS_CASE = "/cap-doi-cap-lai/{id}/{buoc:dong-y|tu-choi}";
    private static final String RECEIVERS_CASE = "/cap-doi-cap-lai/{id}/{buoc:tra-danh-sach}";
    private static final String CUSTODIANS_CASE = "/cap-doi-cap-lai/{id}/{buoc:cap-hien-vat|giao}";
    private static final String CUSTODIANS_AWARD = "/khen-thuong/{id}/{buoc:cap-phat}";
    private static final String CLERKS_AWARD =
            "/khen-thuong/{id}/"
                    + "{buoc:tiep-nhan-de-nghi|trao-tang|chi-tien-thuong|thu-hoi-tien-thuong}";
    private static final String RECORDERS_AWARD =
            "/khen-thuong/{id}/{buoc:huy-bo|thu-hoi-huy-bo|tuoc|phuc-hoi|"
                    + "dinh-chinh-nguoi|sua-dong|xoa-dong-nhap-sai}";
    private static final String ANY_ITEM =
            "/hien-vat/{id}/{buoc:bao-hong|bao-mat|tim-thay|nguoi-giu}";
    private static final String CUSTODIANS_ITEM =
            "/hien-vat/{id}/{buoc:nop-lai|ban-giao|tra-nguyen-trang|thu-hoi|tieu-huy}";
    private static final String REVIEWERS_NOMINATION =
            "/de-nghi/{id}/{buoc:tiep-nhan-ho-so|tham-dinh|tra-bo-sung|lay-y-kien|ghi-y-kien|"
                    + "cong-khai|phan-anh|giai-quyet-phan-anh|khong-dat}";
    private static final String SECRETARYS_NOMINATION = "/de-nghi/{id}/{buoc:bo-phieu}";
    private static final String CLERKS_NOMINATION = "/de-nghi/{id}/{buoc:rut|hoan-thien}";
    private static final String RECORDERS_DECISION = "/quyet-dinh/{id}/{buoc:dinh-chinh}";
    private static final String ANY_RECIPIENT = "/doi-tuong/{id}/{buoc:chinh-sua}";
    private static final String CLERKS_RECIPIENT = "/doi-tuong/{id}/{buoc:nguoi-lien-he}";
    private static final String REVIEWERS_RECIPIENT = "/doi-tuong/{id}/{buoc:gop|tach}";
    private static final String OFFICERS_RECIPIENT =
            "/doi-tuong/{id}/{buoc:han-che|bo-han-che|xoa-du-lieu|tu-choi-xoa}";
    private static final String ANY_UNIT =
            "/don-vi/{id}/{buoc:doi-ten|doi-ma|chuyen-truc-thuoc|nhap-vao|chia-tach|giai-the}";
    private static final String RECORDERS_UNIT = "/don-vi/{id}/{buoc:tham-quyen}";

    private final EntryDesk desk;
    private final Ledger ledger;
    private final Projections projections;

    StepPages(EntryDesk desk, Ledger ledger, Projections projections) {
        this.desk = desk;
        this.ledger = ledger;
        this.projections = projections;
    }

    @RequestMapping(
            path = {
                CLERKS_CASE,
                REVIEWERS_CASE,
                RECORDERS_CASE,
                RECEIVERS_CASE,
                CUSTODIANS_CASE,
                CUSTODIANS_AWARD,
                CLERKS_AWARD,
                RECORDERS_AWARD,
                ANY_ITEM,
                CUSTODIANS_ITEM,
                REVIEWERS_NOMINATION,
                SECRETARYS_NOMINATION,
                CLERKS_NOMINATION,
                RECORDERS_DECISION,
                ANY_RECIPIENT,
                CLERKS_RECIPIENT,
                REVIEWERS_RECIPIENT,
                OFFICERS_RECIPIENT,
                ANY_UNIT,
                RECORDERS_UNIT
            },
            method = {RequestMethod.GET, RequestMethod.POST})
    String step(@PathVariable String id, @PathVariable("buoc") String slug, Visit visit) {
        return desk.visit(sheet(visit, id, slug), visit);
    }

    private Sheet sheet(Visit visit, String text, String slug) {
        var folder = visit.request().getRequestURI().split("/")[1];
        var step = Step.named(folder, slug).orElseThrow(() -> Failure.of(FailureCode.NOT_FOUND));
        var id = id(text);
        var register = projections.register();
        var caller = new Caller(visit.who(), visit.texts(), register);
        return switch (step.folder()) {
            case Step.CASES -> reissueCase(step, new CaseId(id), caller);
            case Step.AWARDS -> award(step, new AwardId(id), caller);
            case Step.ITEMS -> {
                var missing = missing("ARTIFACT_NOT_FOUND", id);
                var item = register.artifact(new ArtifactId(id)).orElseThrow(missing);
                var award = register.award(item.award()).orElseThrow(missing);
                yield new AwardSheets(caller).of(step, item, award);
            }
            case Step.DECISIONS ->
                    new CorrectionSheets(caller)
                            .of(
                                    step,
                                    register.decision(new DecisionId(id))
                                            .orElseThrow(missing("DECISION_NOT_FOUND", id)));
            case Step.RECIPIENTS ->
                    new RecipientSheets(caller)
                            .of(
                                    step,
                                    register.recipient(new RecipientId(id))
                                            .orElseThrow(missing("RECIPIENT_NOT_FOUND", id)));
            case Step.UNITS ->
                    new UnitSheets(caller)
                            .of(
                                    step,
                                    register.unit(new UnitId(id))
                                            .orElseThrow(missing("UNIT_NOT_FOUND", id)));
            default ->
                    new NominationSheets(caller)
                            .of(
                                    step,
                                    register.nomination(new NominationId(id))
                                            .orElseThrow(missing("NOMINATION_NOT_FOUND", id)));
        };
    }

    private Sheet reissueCase(Step step, CaseId id, Caller caller) {
        var row =
                caller.register()
                        .reissueCase(id)
                        .filter(StepPages::namesItsAward)
                        .orElseThrow(missing("REISSUE_CASE_NOT_FOUND", id.value()));
        var sheets = new CaseSheets(caller);
        return step == Step.RETURN_LIST
                ? sheets.returned(row, StandingList.of(id, ledger))
                : sheets.of(step, row);
    }

    private static Sheet award(Step step, AwardId id, Caller caller) {
        var missing = missing("AWARD_NOT_FOUND", id.value());
        var row = caller.register().award(id).orElseThrow(missing);
        return switch (step) {
            case CORRECT_NAME, CORRECT_LINE, STRIKE_LINE -> {
                var decision = caller.register().decision(row.decision()).orElseThrow(missing);
                yield new CorrectionSheets(caller).of(step, row, decision);
            }
            default -> new AwardSheets(caller).of(step, row);
        };
    }

    /// A case that an import found without its award goes on by papers, not here.
    private static boolean namesItsAward(ReissueCaseRow row) {
        return row.subject().award() != null;
    }

    private static java.util.function.Supplier<Failure> missing(String code, UUID id) {
        return () -> Failure.of(FailureCode.valueOf(code), "id", id.toString());
    }

    /// @throws Failure `ID_MALFORMED`
    static UUID id(String text) {
        return Lookup.identity(text)
                .filter(id -> text.length() == id.toString().length())
                .orElseThrow(() -> Failure.at("id", FailureCode.ID_MALFORMED, text));
    }
}
