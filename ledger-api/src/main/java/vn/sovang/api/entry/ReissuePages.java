package vn.sovang.api.entry;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.api.door.Scope;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.api.worklist.WorklistQuestion;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.CaseId;

/// What concerns re-issue cases beside their steps: the list that goes up, and the receipt that the
/// applicant takes home.
@Controller
class ReissuePages {
    private static final String LIST = "/cap-doi-cap-lai/danh-sach";

    private final EntryDesk desk;
    private final Projections projections;
    private final Scopes scopes;

    ReissuePages(EntryDesk desk, Projections projections, Scopes scopes) {
        this.desk = desk;
        this.projections = projections;
        this.scopes = scopes;
    }

    @RequestMapping(
            path = LIST,
            method = {RequestMethod.GET, RequestMethod.POST})
    String list(Visit visit) {
        return desk.visit(sheet(visit), visit);
    }

    private Sheet sheet(Visit visit) {
        var register = projections.register();
        var caller = new Caller(visit.who(), visit.texts(), register);
        var act =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                caller.unit("don-vi", "/from"),
                                Field.of("cap-tren", Kind.UNIT, "/to"),
                                Field.many("truong-hop", reviewed(visit, caller), "/lines")
                                        .needed()));
        return new Sheet(
                "submit-reissue-list",
                "submit-reissue-list",
                LIST,
                null,
                List.of(act, caller.signedPaper()),
                Caller.object(),
                (body, complaints) -> CaseSheets.lines(body, register),
                done -> "/");
    }

    /// Cases that wait to be put on a list, of the caller's units.
    private List<Option> reviewed(Visit visit, Caller caller) {
        var scope = scopes.of(visit.who());
        return caller
                .register()
                .lists()
                .reissueCases(CaseFilter.in(CaseStatus.RECEIVED), null, Register.MAX_PAGE)
                .rows()
                .stream()
                .filter(row -> row.subject().award() != null && scope.sees(row.office()))
                .map(row -> new Option(row.id().value().toString(), words(row, caller)))
                .toList();
    }

    private static String words(ReissueCaseRow row, Caller caller) {
        var on = row.receivedOn();
        var day = on == null ? "–" : Days.shown(on);
        return CaseSheets.title(row, caller) + ", " + caller.texts().text("entry.received", day);
    }

    /// The receipt (*biên nhận*): a paper, so in Vietnamese whoever prints it. The applicant's name
    /// is written in by hand: what is sealed is not opened for a slip of paper.
    @GetMapping("/cap-doi-cap-lai/{id}/bien-nhan")
    String receipt(@PathVariable String id, Visit visit) {
        var thing = StepPages.id(id);
        var register = projections.register();
        var row =
                register.reissueCase(new CaseId(thing))
                        .orElseThrow(() ->
                                Failure.of(
                                        FailureCode.REISSUE_CASE_NOT_FOUND,
                                        "id",
                                        thing.toString()));
        var vietnamese = Messages.in(Messages.VIETNAMESE);
        var caller = new Caller(visit.who(), vietnamese, register);
        var office = row.office();
        var award = row.subject().award();
        visit.model().addAttribute("vi", vietnamese);
        visit.model().addAttribute("row", row);
        visit.model().addAttribute("heading", CaseSheets.title(row, caller));
        visit.model()
                .addAttribute(
                        "office",
                        office == null
                                ? ""
                                : register.unit(office).map(UnitRow::authorityName).orElse(""));
        if (award != null) {
            register.award(award)
                    .ifPresent(a -> visit.model().addAttribute("award", caller.about(a)));
            visit.model()
                    .addAttribute(
                            "items",
                            register.artifactsOf(award).stream()
                                    .filter(item -> item.id().equals(row.subject().artifact()))
                                    .toList());
        }
        visit.model().addAttribute("due", due(thing, scopes.of(visit.who())));
        return "entry/receipt";
    }

    /// The next day of the law on which the applicant may expect something; none if none is known.
    private List<Worklist.Step> due(UUID thing, Scope scope) {
        var question = new WorklistQuestion(null, null, null, null, null);
        return Worklist.steps(projections, question, scope).steps().stream()
                .filter(step -> step.subject().equals(thing.toString()) && step.dueOn() != null)
                .limit(1)
                .toList();
    }
}
