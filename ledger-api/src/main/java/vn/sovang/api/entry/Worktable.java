package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.Role;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Messages;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.api.worklist.WorklistQuestion;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.RegisterLists;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.RegisterLists.NominationFilter;

/// What waits for somebody, by role, and what the role does most (*bàn làm việc*).
@Component
public class Worktable {
    /// Shown of each kind; the lists have all.
    private static final int SHOWN = 8;

    private static final int COUNTED = 200;

    private final Projections projections;
    private final Entitlement entitlement;
    private final Scopes scopes;

    Worktable(Projections projections, Entitlement entitlement, Scopes scopes) {
        this.projections = projections;
        this.entitlement = entitlement;
        this.scopes = scopes;
    }

    /// A thing that waits.
    public record Item(String page, String words) {}

    /// Things that wait for the same step.
    ///
    /// @param all page of the whole list
    public record Section(String id, String title, List<Item> items, int count, String all) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /// Something the role does often.
    ///
    /// @param key access key
    public record Act(String page, String words, String key) {}

    /// The things somebody waits for or acts on, and the next days of the law.
    public record View(List<Section> sections, List<Act> acts, List<Worklist.Step> due) {
        public View {
            sections = List.copyOf(sections);
            acts = List.copyOf(acts);
            due = List.copyOf(due);
        }

        public boolean idle() {
            return sections.stream().allMatch(s -> s.items().isEmpty()) && due.isEmpty();
        }
    }

    public View of(SignedIn who, Messages texts) {
        var caller = new Caller(who, texts, projections.register());
        var sections = new ArrayList<Section>();
        for (var role : Role.values()) {
            if (who.roles().contains(role)) {
                nominations(role).forEach(s -> sections.add(nominations(s, caller)));
                cases(role).forEach(s -> sections.add(cases(s, caller)));
            }
        }
        return new View(sections.stream().distinct().toList(), acts(caller), due(caller));
    }

    private static Set<NominationStatus> nominations(Role role) {
        return switch (role) {
            case CLERK -> EnumSet.of(NominationStatus.FILED, NominationStatus.RETURNED);
            case REVIEWER -> EnumSet.of(NominationStatus.SUBMITTED, NominationStatus.IN_APPRAISAL);
            case COUNCIL_SECRETARY -> EnumSet.of(NominationStatus.APPRAISED);
            case DECISION_RECORDER ->
                    EnumSet.of(NominationStatus.APPRAISED, NominationStatus.COUNCIL_VOTED);
            case CUSTODIAN, INSPECTOR, DPO, ADMINISTRATOR, MONITOR, PUBLIC ->
                    EnumSet.noneOf(NominationStatus.class);
        };
    }

    private static Set<CaseStatus> cases(Role role) {
        return switch (role) {
            case CLERK -> EnumSet.of(CaseStatus.RECEIVED, CaseStatus.COMPLETION_REQUESTED);
            case REVIEWER -> EnumSet.of(CaseStatus.INSUFFICIENT, CaseStatus.FORWARDED);
            case DECISION_RECORDER ->
                    EnumSet.of(CaseStatus.REVIEWED_PROPOSED, CaseStatus.FORWARDED);
            case CUSTODIAN -> EnumSet.of(CaseStatus.APPROVED, CaseStatus.REISSUED);
            case COUNCIL_SECRETARY, INSPECTOR, DPO, ADMINISTRATOR, MONITOR, PUBLIC ->
                    EnumSet.noneOf(CaseStatus.class);
        };
    }

    private Section nominations(NominationStatus status, Caller caller) {
        var rows = lists(caller).nominations(NominationFilter.in(status), null, COUNTED).rows();
        var items =
                rows.stream()
                        .limit(SHOWN)
                        .map(row ->
                                new Item(
                                        caller.about(row).page(),
                                        NominationPages.words(row, caller)))
                        .toList();
        return new Section(
                "de-nghi-" + status.name().toLowerCase(java.util.Locale.ROOT),
                caller.texts().text("work.nominations." + status),
                items,
                rows.size(),
                "/de-nghi?trang-thai=" + status);
    }

    private Section cases(CaseStatus status, Caller caller) {
        var rows = lists(caller).reissueCases(CaseFilter.in(status), null, COUNTED).rows();
        var items =
                rows.stream()
                        .limit(SHOWN)
                        .map(row ->
                                new Item(
                                        "/" + Step.CASES + "/" + row.id().value(),
                                        CaseSheets.title(row, caller)))
                        .toList();
        return new Section(
                "ho-so-" + status.name().toLowerCase(java.util.Locale.ROOT),
                caller.texts().text("work.cases." + status),
                items,
                rows.size(),
                "/cap-doi-cap-lai?trang-thai=" + status);
    }

    private RegisterLists lists(Caller caller) {
        return scopes.within(caller.register(), caller.who()).lists();
    }

    private List<Act> acts(Caller caller) {
        var all =
                List.of(
                        new Act("/de-nghi/moi", "work.act.nominate", "1"),
                        new Act("/de-nghi/nhieu", "work.act.nominate.many", "2"),
                        new Act("/de-nghi/danh-sach", "work.act.submit", "3"),
                        new Act("/cap-doi-cap-lai/danh-sach", "work.act.reissues", "4"),
                        new Act("/quyet-dinh/moi", "work.act.decision", "5"),
                        new Act("/hien-vat-dang-giu", "work.act.custody", "6"),
                        new Act("/bat-thuong", "work.act.anomalies", "7"),
                        new Act("/thong-ke", "work.act.statistics", "8"),
                        new Act("/khao-sat", "work.act.surveys", "9"),
                        new Act("/danh-muc", "work.act.catalogue", "m"),
                        new Act("/kiem-tra", "work.act.checks", "k"),
                        new Act("/quan-tri", "work.act.administration", "q"));
        return all.stream()
                .filter(act -> entitlement.admits("GET", act.page(), caller.who()))
                .map(act -> new Act(act.page(), caller.texts().text(act.words()), act.key()))
                .toList();
    }

    private List<Worklist.Step> due(Caller caller) {
        if (!entitlement.admits("GET", "/thoi-han", caller.who())) {
            return List.of();
        }
        var question = new WorklistQuestion(null, null, null, null, null);
        var scope = scopes.of(caller.who());
        var first = Worklist.page(projections, question, scope, Worklist.Rows.first(SHOWN));
        return first.list().steps().stream().filter(step -> step.dueOn() != null).toList();
    }
}
