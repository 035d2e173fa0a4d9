package vn.sovang.api.entry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.entry.Worktable.Item;
import vn.sovang.api.paper.PaperFormat;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.VietnameseOrder;

/// Lists of files by where they stand: nominations, and re-issue cases, newest first.
@Controller
class FilePages {
    private static final int MOST = 200;

    private final Projections projections;
    private final Scopes scopes;

    FilePages(Projections projections, Scopes scopes) {
        this.projections = projections;
        this.scopes = scopes;
    }

    @GetMapping("/de-nghi")
    String nominations(
            @RequestParam(name = "trang-thai", required = false) @Nullable String status,
            Visit visit) {
        var caller = new Caller(visit.who(), visit.texts(), projections.register());
        var lists = scopes.within(caller.register(), visit.who()).lists();
        var wanted = value(NominationStatus.class, status);
        var rows =
                lists
                        .nominations(NominationFilter.in(wanted.orElse(null)), null, MOST)
                        .rows()
                        .stream()
                        .map(row ->
                                new Item(
                                        caller.about(row).page(),
                                        NominationPages.words(row, caller)))
                        .toList();
        return page(visit, "nominations", rows, caller.words(NominationStatus.class));
    }

    @GetMapping("/cap-doi-cap-lai")
    String cases(
            @RequestParam(name = "trang-thai", required = false) @Nullable String status,
            Visit visit) {
        var caller = new Caller(visit.who(), visit.texts(), projections.register());
        var lists = scopes.within(caller.register(), visit.who()).lists();
        var wanted = value(CaseStatus.class, status);
        var found = lists.reissueCases(CaseFilter.in(wanted.orElse(null)), null, MOST).rows();
        visit.model().addAttribute("papers", papers(found, visit, caller));
        var rows =
                found.stream()
                        .map(row ->
                                new Item(
                                        "/" + Step.CASES + "/" + row.id().value(),
                                        CaseSheets.title(row, caller)
                                                + ", "
                                                + caller.texts().of(row.status())))
                        .toList();
        return page(visit, "cases", rows, caller.words(CaseStatus.class));
    }

    /// A list of the cases of one kind that one office has on the page.
    record CasePaper(ReissueKind kind, String office, String officeName) {}

    /// Only those that there are, and that the reader's office may draw up.
    private List<CasePaper> papers(List<ReissueCaseRow> rows, Visit visit, Caller caller) {
        var scope = scopes.of(visit.who());
        var names = new HashMap<UnitId, String>();
        var papers = new LinkedHashSet<CasePaper>();
        for (var row : rows) {
            var office = row.office();
            if (office != null && scope.sees(office)) {
                var name =
                        names.computeIfAbsent(
                                office,
                                unit ->
                                        caller.register()
                                                .unit(unit)
                                                .map(UnitRow::authorityName)
                                                .orElse(""));
                papers.add(new CasePaper(row.subject().kind(), office.toString(), name));
            }
        }
        return papers.stream()
                .sorted(
                        Comparator.comparing(CasePaper::officeName, VietnameseOrder.TEXTS)
                                .thenComparing(CasePaper::kind))
                .toList();
    }

    /// What is no state of a file asks for all.
    private static <E extends Enum<E>> Optional<E> value(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst();
    }

    private static String page(
            Visit visit, String what, List<Item> rows, List<Field.Option> states) {
        visit.model().addAttribute("what", what);
        visit.model().addAttribute("items", rows);
        visit.model().addAttribute("states", states);
        visit.model().addAttribute("state", visit.request().getParameter("trang-thai"));
        visit.model().addAttribute("cut", rows.size() == MOST);
        visit.model().addAttribute("formats", PaperFormat.suffixes());
        return "entry/files";
    }
}
