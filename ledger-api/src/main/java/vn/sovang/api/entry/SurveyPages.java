package vn.sovang.api.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.entry.SurveyLines.SheetLine;
import vn.sovang.api.recording.Recording;
import vn.sovang.api.recording.Recording.Wish;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Refusal;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.CampaignRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.SurveySheetRow;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.ReissueKind;

/// Surveys of items in people's hands: opened under a paper, entered sheet by sheet or pasted, and
/// ended with what the sheets come to (*khảo sát hiện vật khen thưởng*).
@Controller
class SurveyPages {
    private static final String HERE = SurveySheets.LIST;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Counter counter;
    private final Projections projections;
    private final Recording recording;
    private final Lookup lookup;

    /// Who takes forms, and what depends on who stands there.
    @org.springframework.stereotype.Component("surveyCounter")
    record Counter(EntryDesk desk, Scopes scopes, Entitlement entitlement) {}

    SurveyPages(Counter counter, Projections projections, Recording recording, Lookup lookup) {
        this.counter = counter;
        this.projections = projections;
        this.recording = recording;
        this.lookup = lookup;
    }

    private Caller caller(Visit visit) {
        return new Caller(visit.who(), visit.texts(), projections.register());
    }

    private static CampaignRow campaign(String id, Caller caller) {
        return caller.register()
                .surveys()
                .find(new CampaignId(StepPages.id(id)))
                .orElseThrow(() -> Failure.of(FailureCode.NOT_FOUND));
    }

    @GetMapping(HERE)
    String all(Visit visit) {
        visit.model().addAttribute("surveys", caller(visit).register().surveys().all());
        visit.model().addAttribute("opens", admits(HERE + "/moi", visit));
        return "entry/surveys";
    }

    private boolean admits(String page, Visit visit) {
        return counter.entitlement().admits("GET", page, visit.who());
    }

    @RequestMapping(
            path = HERE + "/moi",
            method = {RequestMethod.GET, RequestMethod.POST})
    String open(Visit visit) {
        return counter.desk().visit(new SurveySheets(caller(visit)).open(), visit);
    }

    /// A sheet in words, with where its proposal leads.
    ///
    /// @param request form by which the case that the office proposes is opened; null for none
    public record Line(
            SurveySheetRow row, String who, @org.jspecify.annotations.Nullable String request) {}

    @GetMapping(HERE + "/{id}")
    String one(@PathVariable String id, Visit visit) {
        var caller = caller(visit);
        var row = campaign(id, caller);
        var surveys = caller.register().surveys();
        var sheets =
                surveys.sheets(row.id(), Register.MAX_PAGE).stream()
                        .filter(seenBy(visit, row))
                        .map(sheet -> line(sheet, caller, visit))
                        .toList();
        visit.model().addAttribute("survey", row);
        visit.model().addAttribute("heading", new SurveySheets(caller).title(row));
        visit.model().addAttribute("sheets", sheets);
        visit.model().addAttribute("cut", sheets.size() == Register.MAX_PAGE);
        visit.model().addAttribute("address", SurveySheets.page(row));
        visit.model()
                .addAttribute(
                        "runs",
                        row.closedOn() == null && admits(SurveySheets.page(row) + "/phieu", visit));
        figures(row, caller, visit);
        return "entry/survey";
    }

    /// The office that runs the survey sees all of it, a ward what is its own.
    private Predicate<SurveySheetRow> seenBy(Visit visit, CampaignRow row) {
        var scope = counter.scopes().of(visit.who());
        boolean all = scope.sees(row.unit());
        return sheet -> all || (sheet.ward() != null && scope.sees(sheet.ward()));
    }

    private Line line(SurveySheetRow sheet, Caller caller, Visit visit) {
        var award = sheet.award();
        var proposed = sheet.proposed();
        var page = award == null || proposed == null ? null : Step.REQUEST.address(award.value());
        boolean may = page != null && admits(page, visit);
        return new Line(
                sheet,
                caller.shortly(sheet.recipient()),
                may && page != null && proposed != null ? page + wanted(sheet, proposed) : null);
    }

    /// The request form with what the sheet says already in it.
    private static String wanted(SurveySheetRow sheet, ReissueKind proposed) {
        var artifact = sheet.artifact();
        var item = sheet.kind() + (artifact == null ? "" : ":" + artifact.value());
        return "?loai-de-nghi=" + proposed + "&hien-vat=" + item;
    }

    private static void figures(CampaignRow row, Caller caller, Visit visit) {
        var summary = caller.register().surveys().summary(row);
        Map<String, Integer> found =
                summary.items().stream()
                        .collect(
                                Collectors.groupingBy(
                                        item ->
                                                caller.texts().of(item.kind())
                                                        + ", "
                                                        + caller.texts().of(item.condition()),
                                        java.util.TreeMap::new,
                                        Collectors.summingInt(item -> item.count())));
        visit.model().addAttribute("found", found);
        visit.model().addAttribute("proposals", summary.proposals());
    }

    @RequestMapping(
            path = HERE + "/{id}/phieu",
            method = {RequestMethod.GET, RequestMethod.POST})
    String item(@PathVariable String id, Visit visit) {
        var caller = caller(visit);
        var request = Typed.of(visit.request()).request();
        var sheet = new SurveySheets(caller).item(campaign(id, caller), request);
        return counter.desk().visit(sheet, visit);
    }

    @RequestMapping(
            path = HERE + "/{id}/ket-thuc",
            method = {RequestMethod.GET, RequestMethod.POST})
    String close(@PathVariable String id, Visit visit) {
        var caller = caller(visit);
        var row = campaign(id, caller);
        var summary = caller.register().surveys().summary(row);
        return counter.desk().visit(new SurveySheets(caller).close(row, summary), visit);
    }

    /// Many at once: looked at first. Each sheet is recorded for itself; a form sent again records
    /// none of them twice.
    @RequestMapping(
            path = HERE + "/{id}/nhieu",
            method = {RequestMethod.GET, RequestMethod.POST})
    String many(@PathVariable String id, Visit visit) {
        var caller = caller(visit);
        var row = campaign(id, caller);
        var sheet = new SurveySheets(caller).many(row);
        if (!visit.sent()) {
            return counter.desk().visit(sheet, visit);
        }
        var typed = Typed.of(visit.request());
        var lines = rehearsed(new SurveyLines(caller, lookup, row).read(typed), sheet, visit);
        boolean ready = !lines.isEmpty() && lines.stream().allMatch(l -> l.problems().isEmpty());
        if (ready && typed.has("ghi")) {
            lines = recorded(lines, sheet, visit);
            if (lines.stream().allMatch(l -> l.problems().isEmpty())) {
                visit.say(visit.texts().text("survey.recorded", lines.size()));
                return "redirect:" + SurveySheets.page(row);
            }
            ready = false;
        }
        visit.model().addAttribute("lines", lines);
        visit.model().addAttribute("ready", ready);
        visit.model()
                .addAttribute("bad", lines.stream().filter(l -> !l.problems().isEmpty()).count());
        return counter.desk().again(sheet, visit);
    }

    /// What one row's own body runs into.
    @FunctionalInterface
    private interface Act {
        void on(Wish wish);
    }

    private List<SheetLine> rehearsed(List<SheetLine> lines, Sheet sheet, Visit visit) {
        var checked =
                each(
                        lines,
                        sheet,
                        visit,
                        wish ->
                                recording
                                        .rehearse(wish)
                                        .ifPresent(no -> {
                                            throw new Refusal(no);
                                        }));
        return twice(checked, visit);
    }

    /// Two rows about one item: neither was recorded yet, so the rules could not tell.
    private static List<SheetLine> twice(List<SheetLine> lines, Visit visit) {
        var seen = new java.util.HashMap<String, Integer>();
        var checked = new ArrayList<SheetLine>();
        for (var line : lines) {
            var event = line.body().path("event");
            var what = line.recipient() + " " + event.path("kind").asString("");
            var before =
                    line.recipient() == null
                            ? null
                            : seen.putIfAbsent(what, line.source().number());
            checked.add(
                    before == null
                            ? line
                            : line.wrong(visit.texts().text("survey.line.twice", before)));
        }
        return checked;
    }

    private List<SheetLine> recorded(List<SheetLine> lines, Sheet sheet, Visit visit) {
        return each(
                lines,
                sheet,
                visit,
                wish -> projections.awaitPosition(recording.record(wish).last(), PATIENCE));
    }

    private List<SheetLine> each(List<SheetLine> lines, Sheet sheet, Visit visit, Act act) {
        var all = new ArrayList<SheetLine>();
        for (var line : lines) {
            all.add(line.problems().isEmpty() ? one(line, sheet, visit, act) : line);
        }
        return all;
    }

    private static SheetLine one(SheetLine line, Sheet sheet, Visit visit, Act act) {
        try {
            act.on(new Wish(visit.who(), sheet.command(), line.key(), line.body()));
            return line;
        } catch (Refusal no) {
            return line.wrong(EntryDesk.words(no.refused(), visit.texts()));
        } catch (Failure failure) {
            if (failure.code() == FailureCode.ROLE_NEEDED
                    || failure.code() == FailureCode.INTERNAL) {
                throw failure;
            }
            return line.wrong(failure.text(visit.texts()));
        }
    }
}
