package vn.sovang.projection.search;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sovang.EventFeed;
import vn.sovang.privacy.NameIndex;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.LiveTables.Live;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.search.Sought.Words;
import vn.sovang.vocabulary.VietnameseOrder;

/// Finds things by what people type.
///
/// Every query throws `NotBuiltYet` while the tables are built for the first time.
public final class Search {
    /// Further things of one kind are not looked for: whoever finds so many has to say more.
    public static final int MAX_FOUND = 1_000;

    /// A page longer than this helps nobody.
    public static final int MAX_PAGE = 100;

    static final int NO_ANSWER = 6;

    /// 0 all as spelled, 1 each word as spelled, 2 all but for accents, 3 each word but for
    /// accents, 4 the last only begun, 5 a part of a number.
    private static final String ENTRIES =
            """
            select *
            from (
                select distinct on (kind, id) *
                from (
                    select *,
                        case
                            when spelled = ? then 0
                            when spelled like all (?) then 1
                            when compact = ? then 2
                            when words @@ ?::tsquery then 3
                            when words @@ ?::tsquery then 4
                            else 5
                        end as likeness
                    from entry
                    where kind = any (?) and known_at <= ?
                        and (words @@ ?::tsquery or compact = ?
                            or (parts @> ? and strpos(compact, ?) > 0))
                ) as found
                order by kind, id, likeness, length(label), label
            ) as things
            order by likeness, on_day desc nulls last, label, id
            """;

    private static final String BY_CODE =
            """
            select distinct on (id) *, 0 as likeness
            from entry
            where kind = 'AWARD_TYPE' and id = any (?) and known_at <= ?
            order by id, position desc, label
            """;

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingInt(Match::likeness)
                    .thenComparing(Match::order, VietnameseOrder.TEXTS)
                    .thenComparing(m -> m.hit.position(), Comparator.reverseOrder());

    private final LiveTables tables;
    private final Moments moments;
    private final NameIndex names;
    private final People people = new People();
    private final AwardNicknames nicknames = new AwardNicknames();

    public Search(LiveTables tables, EventFeed feed, NameIndex names) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
        this.names = names;
    }

    /// Which positions readers mean.
    public Moments moments() {
        return moments;
    }

    /// One page of what was found.
    ///
    /// @param from how many of each kind come before it
    /// @param size at most [#MAX_PAGE]
    public record Page(int from, int size) {
        public Page {
            if (from < 0 || from > MAX_FOUND || size < 1 || size > MAX_PAGE) {
                throw new IllegalArgumentException("page " + from + ", " + size);
            }
        }
    }

    /// What is found of each kind, in the order of the kinds; kinds of which nothing is found are
    /// missing.
    ///
    /// @param kinds all if empty
    /// @param knownAt position by which things must be known
    public List<Found> find(Words words, Set<SearchKind> kinds, long knownAt, Page page) {
        var wanted = kinds.isEmpty() ? EnumSet.allOf(SearchKind.class) : kinds;
        var matches = new EnumMap<SearchKind, List<Match>>(SearchKind.class);
        if (wanted.contains(SearchKind.RECIPIENT)) {
            matches.put(
                    SearchKind.RECIPIENT,
                    tables.queryLive((c, live) -> people(c, live, words, knownAt)));
        }
        tables.query(c -> written(c, words, wanted, knownAt)).forEach(matches::put);
        return matches.entrySet().stream()
                .filter(found -> !found.getValue().isEmpty())
                .map(found -> page(found.getKey(), found.getValue(), page))
                .toList();
    }

    private static Found page(SearchKind kind, List<Match> matches, Page page) {
        int end = Math.min(matches.size(), page.from() + page.size());
        var hits =
                page.from() < end
                        ? matches.subList(page.from(), end).stream().map(Match::hit).toList()
                        : List.<Hit>of();
        return new Found(kind, hits, matches.size(), end < matches.size() ? end : null);
    }

    /// What stands in the tables as written; every kind that is wanted, in one pass.
    private Map<SearchKind, List<Match>> written(
            Connection connection, Words words, Set<SearchKind> wanted, long knownAt)
            throws SQLException {
        var inTables = EnumSet.copyOf(wanted);
        inTables.remove(SearchKind.RECIPIENT);
        var found = entries(connection, words, inTables, knownAt);
        if (inTables.contains(SearchKind.AWARD_TYPE)) {
            found.put(
                    SearchKind.AWARD_TYPE,
                    awardTypes(
                            connection,
                            words,
                            found.getOrDefault(SearchKind.AWARD_TYPE, List.of()),
                            knownAt));
        }
        // Papers and decisions stay newest first, as the database gave them.
        found.computeIfPresent(
                SearchKind.UNIT, (_, units) -> units.stream().sorted(BEST_FIRST).toList());
        return found;
    }

    /// A thing with how well it answers, best lowest.
    private record Match(Hit hit, int likeness) {
        String order() {
            var label = hit.label();
            return label == null ? "" : label;
        }
    }

    private static Map<SearchKind, List<Match>> entries(
            Connection connection, Words words, Set<SearchKind> kinds, long knownAt)
            throws SQLException {
        var forms = words.forms();
        var begun = Lexemes.query(words.letters(), true);
        var found = new EnumMap<SearchKind, List<Match>>(SearchKind.class);
        Sql.each(
                connection,
                ENTRIES,
                row -> entry(row, SearchKind.valueOf(row.getString("kind"))),
                match -> {
                    var same = found.computeIfAbsent(match.hit.kind(), _ -> new ArrayList<>());
                    if (same.size() < MAX_FOUND) {
                        same.add(match);
                    }
                },
                forms.spelled(),
                array("text", Words.patterns(words.spelled())),
                forms.compact(),
                Lexemes.query(words.letters(), false),
                begun,
                array("text", kinds.stream().map(SearchKind::name).toList()),
                knownAt,
                begun,
                forms.compact(),
                array("text", Lexemes.soughtParts(forms.compact())),
                forms.compact());
        return found;
    }

    private static Match entry(ResultSet row, SearchKind kind) throws SQLException {
        int likeness = row.getInt("likeness");
        var hit =
                new Hit(
                        kind,
                        row.getString("id"),
                        row.getString("label"),
                        row.getString("detail"),
                        day(row, "on_day"),
                        null,
                        row.getString("about"),
                        uuid(row, "award"),
                        uuid(row, "artifact"),
                        likeness < 2,
                        row.getBoolean("rebuilt"),
                        row.getLong("position"));
        return new Match(hit, likeness);
    }

    /// By name in the catalogue, by nickname, and by either with a rank behind it.
    private List<Match> awardTypes(
            Connection connection, Words words, List<Match> named, long knownAt)
            throws SQLException {
        var best = new HashMap<String, Match>();
        collect(connection, words, named, knownAt, best);
        var ranked = AwardNicknames.ranked(words);
        if (ranked.isPresent()) {
            var award = ranked.get().award();
            var alike = entries(connection, award, Set.of(SearchKind.AWARD_TYPE), knownAt);
            var types = alike.getOrDefault(SearchKind.AWARD_TYPE, List.of());
            var byRank = new HashMap<String, Match>();
            collect(connection, award, types, knownAt, byRank);
            var rank = ranked.get().rank();
            byRank.forEach((code, match) ->
                    best.putIfAbsent(code, new Match(match.hit.with(rank), match.likeness)));
        }
        return best.values().stream().sorted(BEST_FIRST).toList();
    }

    private void collect(
            Connection connection,
            Words words,
            List<Match> named,
            long knownAt,
            Map<String, Match> best)
            throws SQLException {
        for (var match : named) {
            best.put(match.hit.id(), match);
        }
        var byNickname = nicknames.find(words);
        var codes = array("text", List.copyOf(byNickname.keySet()));
        for (var match :
                Sql.list(
                        connection,
                        BY_CODE,
                        row -> entry(row, SearchKind.AWARD_TYPE),
                        codes,
                        knownAt)) {
            int likeness = byNickname.getOrDefault(match.hit.id(), 3);
            best.merge(
                    match.hit.id(),
                    new Match(match.hit, likeness),
                    (a, b) -> a.likeness <= b.likeness ? a : b);
        }
    }

    /// Row by row: what could be looked up at once could be counted by others too.
    private List<Match> people(Connection connection, Live live, Words words, long knownAt)
            throws SQLException {
        var rows = people.asOf(connection, live);
        return names.ask(words.text()).among(rows.tokens()).stream()
                .map(answer -> new Ranked(rows.row(answer), answer.rank()))
                .filter(ranked -> ranked.person.knownAt() <= knownAt)
                .sorted()
                .limit(MAX_FOUND)
                .map(ranked -> person(ranked.person, ranked.rank))
                .toList();
    }

    /// Somebody with how well the name answers; best first, then newest first.
    private record Ranked(People.Person person, int rank) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            return rank != other.rank
                    ? Integer.compare(rank, other.rank)
                    : Long.compare(other.person.position(), person.position());
        }
    }

    private static Match person(People.Person row, int likeness) {
        var hit =
                new Hit(
                        SearchKind.RECIPIENT,
                        row.id().toString(),
                        null,
                        row.kind(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        likeness < 4,
                        row.rebuilt(),
                        row.position());
        return new Match(hit, likeness);
    }
}
