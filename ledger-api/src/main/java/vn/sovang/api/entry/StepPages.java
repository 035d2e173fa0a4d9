package vn.sovang.api.entry;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.NominationId;

/// One page for each step of a thing: the form, and the form sent. Which role may take which step
/// is said by the table of permissions, a row for each role; the rules of the step by the ledger.
@Controller
class StepPages {
    private static final String CLERKS_CASE =
            "/cap-doi-cap-lai/{id}/{buoc:yeu-cau-bo-sung|da-bo-sung|chuyen-cap-tren|tra-ho-so}";
    private static final String REVIEWERS_CASE =
            "/cap-doi-cap-lai/{id}/{buoc:xac-nhan|khong-xac-nhan}";
    private static final String RECORDERS_CASE = "/cap-doi-cap-lai/{id}/{buoc:dong-y|tu-choi}";
    private static final String CUSTODIANS_CASE = "/cap-doi-cap-lai/{id}/{buoc:cap-hien-vat|giao}";
    private static final String CUSTODIANS_AWARD = "/khen-thuong/{id}/{buoc:cap-phat}";
    private static final String CLERKS_AWARD = "/khen-thuong/{id}/{buoc:tiep-nhan-de-nghi}";
    private static final String RECORDERS_AWARD = "/khen-thuong/{id}/{buoc:huy-bo}";
    private static final String ANY_ITEM = "/hien-vat/{id}/{buoc:bao-hong|bao-mat}";
    private static final String CUSTODIANS_ITEM = "/hien-vat/{id}/{buoc:nop-lai}";
    private static final String REVIEWERS_NOMINATION =
            "/de-nghi/{id}/{buoc:tiep-nhan-ho-so|tham-dinh}";
    private static final String SECRETARYS_NOMINATION = "/de-nghi/{id}/{buoc:bo-phieu}";
    private static final String CLERKS_NOMINATION = "/de-nghi/{id}/{buoc:rut}";

    private final EntryDesk desk;
    private final Projections projections;

    StepPages(EntryDesk desk, Projections projections) {
        this.desk = desk;
        this.projections = projections;
    }

    @RequestMapping(
            path = {
                CLERKS_CASE,
                REVIEWERS_CASE,
                RECORDERS_CASE,
                CUSTODIANS_CASE,
                CUSTODIANS_AWARD,
                CLERKS_AWARD,
                RECORDERS_AWARD,
                ANY_ITEM,
                CUSTODIANS_ITEM,
                REVIEWERS_NOMINATION,
                SECRETARYS_NOMINATION,
                CLERKS_NOMINATION
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
            case Step.CASES ->
                    new CaseSheets(caller)
                            .of(
                                    step,
                                    register.reissueCase(new CaseId(id))
                                            .filter(StepPages::namesItsAward)
                                            .orElseThrow(missing("REISSUE_CASE_NOT_FOUND", id)));
            case Step.AWARDS ->
                    new AwardSheets(caller)
                            .of(
                                    step,
                                    register.award(new AwardId(id))
                                            .orElseThrow(missing("AWARD_NOT_FOUND", id)));
            case Step.ITEMS -> {
                var missing = missing("ARTIFACT_NOT_FOUND", id);
                var item = register.artifact(new ArtifactId(id)).orElseThrow(missing);
                var award = register.award(item.award()).orElseThrow(missing);
                yield new AwardSheets(caller).of(step, item, award);
            }
            default ->
                    new NominationSheets(caller)
                            .of(
                                    step,
                                    register.nomination(new NominationId(id))
                                            .orElseThrow(missing("NOMINATION_NOT_FOUND", id)));
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
