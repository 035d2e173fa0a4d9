package vn.sovang.api.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.sovang.access.AccessEntry;
import vn.sovang.api.door.Scope;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.search.Found;
import vn.sovang.projection.search.Hit;
import vn.sovang.projection.search.SearchKind;
import vn.sovang.vocabulary.RecipientId;

/// What was found, as programs get it and pages show it.
///
/// @param position up to which the log was known
/// @param provisional an event recorded by the same instant may still come
public record SearchAnswer(long position, boolean provisional, List<Group> groups) {
    /// Awards shown under a recipient; the register has all.
    private static final int AWARDS_SHOWN = 10;

    public SearchAnswer {
        groups = List.copyOf(groups);
    }

    /// Whether anything of it was made up from the counts of a report (R6).
    public boolean reconstructed() {
        return groups.stream().flatMap(g -> g.hits().stream()).anyMatch(Thing::reconstructed);
    }

    /// The same without records that a reader's office has nothing to do with; the totals are those
    /// of the whole.
    public SearchAnswer within(Scope scope, Scopes scopes) {
        if (scope.limit().isEmpty()) {
            return this;
        }
        var seen =
                groups.stream()
                        .map(g ->
                                new Group(
                                        g.kind(),
                                        g.total(),
                                        g.hits().stream()
                                                .filter(hit -> opens(scope, scopes, g.kind(), hit))
                                                .toList(),
                                        g.next()))
                        .toList();
        return new SearchAnswer(position, provisional, seen);
    }

    /// Every office sees all units and the whole catalogue. A paper is named by its number, and by
    /// the page of what it is about.
    private static boolean opens(Scope scope, Scopes scopes, SearchKind kind, Thing hit) {
        if (kind == SearchKind.UNIT || kind == SearchKind.AWARD_TYPE) {
            return true;
        }
        if (kind == SearchKind.RECIPIENT) {
            return scopes.opens(scope, new RecipientId(UUID.fromString(hit.id())));
        }
        var page = hit.page() == null ? "" : hit.page();
        return AccessEntry.idsIn(List.of(hit.id(), page.substring(page.lastIndexOf('/') + 1)))
                .stream()
                .allMatch(id -> scopes.opens(scope, id));
    }

    /// What was found of one kind.
    ///
    /// @param total how many there are, counted up to
    ///   [vn.sovang.projection.search.Search#MAX_FOUND]
    /// @param next for the page behind this one, with the kind
    public record Group(SearchKind kind, int total, List<Thing> hits, @Nullable String next) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /// One thing.
    ///
    /// @param label text it was found by; absent for recipients
    /// @param exact found as spelled, not only without accents or in part
    /// @param reconstructed made up from the counts of a report (R6)
    /// @param page address of a page about it
    /// @param awards of a recipient
    public record Thing(
            String id,
            @Nullable String label,
            @Nullable String detail,
            @Nullable LocalDate on,
            @Nullable String rank,
            @Nullable String about,
            boolean exact,
            boolean reconstructed,
            @Nullable String page,
            List<Award> awards,
            long position) {
        public Thing {
            awards = List.copyOf(awards);
        }
    }

    /// An award line of a recipient who was found.
    public record Award(
            String id, String award, String awardName, LocalDate decidedOn, String status) {
        static Award of(AwardRow row) {
            return new Award(
                    row.id().toString(),
                    row.line().award().value(),
                    row.awardName(),
                    row.decidedOn(),
                    row.status().name());
        }
    }

    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public static SearchAnswer of(Projections projections, SearchQuestion question) {
        var words = question.words();
        var kinds = question.kinds();
        var page = question.page();
        var search = projections.search();
        var moment = AskedMoment.of(search.moments(), question.knownAt());
        var groups =
                search.find(words, kinds, moment.position(), page).stream()
                        .map(found -> group(projections, found))
                        .toList();
        return new SearchAnswer(moment.position(), moment.provisional(), groups);
    }

    private static Group group(Projections projections, Found found) {
        var next = found.next();
        return new Group(
                found.kind(),
                found.total(),
                found.hits().stream().map(hit -> thing(projections, hit)).toList(),
                next == null ? null : next.toString());
    }

    private static Thing thing(Projections projections, Hit hit) {
        var rank = hit.rank();
        return new Thing(
                hit.id(),
                hit.label(),
                hit.detail(),
                hit.on(),
                rank == null ? null : rank.name(),
                hit.about(),
                hit.exact(),
                hit.rebuilt(),
                page(hit),
                hit.kind() == SearchKind.RECIPIENT ? awards(projections, hit) : List.of(),
                hit.position());
    }

    private static List<Award> awards(Projections projections, Hit hit) {
        var recipient = new RecipientId(UUID.fromString(hit.id()));
        return projections
                .register()
                .awards(AwardFilter.of(recipient), null, AWARDS_SHOWN)
                .rows()
                .stream()
                .map(Award::of)
                .toList();
    }

    private static @Nullable String page(Hit hit) {
        return switch (hit.kind()) {
            case RECIPIENT -> "/doi-tuong/" + hit.id();
            case AWARD_TYPE -> list("hinh-thuc", hit.id());
            case DECISION -> "/quyet-dinh/" + hit.id();
            case UNIT -> "/don-vi/" + hit.id();
            case ITEM -> "/hien-vat/" + hit.id();
            case PAPER ->
                    hit.artifact() != null
                            ? "/hien-vat/" + hit.artifact()
                            : hit.award() != null ? "/khen-thuong/" + hit.award() : null;
        };
    }

    private static String list(String filter, String value) {
        return UriComponentsBuilder.fromPath("/khen-thuong")
                .queryParam(filter, "{value}")
                .build(value)
                .toString();
    }
}
