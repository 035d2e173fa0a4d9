package vn.sovang.projection.search;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sovang.EventFeed;
import vn.sovang.privacy.NameIndex;
import vn.sovang.projection.readmodel.LiveTables;
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

    /// Rows of people in memory at once.
    private static final int STRIDE = 10_000;

    /// From here on a part of a number is no accident.
    private static final int SHORTEST_PART = 3;

    private static final Set<SearchKind> NUMBERED =
            Set.of(SearchKind.DECISION, SearchKind.ITEM, SearchKind.PAPER);

    static final int NO_ANSWER = 6;

    /// 0 all as spelled, 1 each word as spelled, 2 all but for accents, 3 each word but for
    /// accents, 4 the last only begun, 5 a part of a number.
    private static final String ENTRIES =
            """
            select *
            from (
                select distinct on (id) *
                from (
                    select *,
                        case
                            when spelled = ? then 0
                            when spelled like all (?) then 1
                            when compact = ? then 2
                            when letters like all (?) then 3
                            when letters like all (?) then 4
                            else 5
                        end as likeness
                    from entry
                    where kind = ? and known_at <= ?
                        and (letters like all (?) or compact = ?
                            or (? and strpos(compact, ?) > 0))
                ) as found
                order by id, likeness, length(label), label
            ) as things
            order by likeness, on_day desc nulls last, label, id
            limit ?
            """;

    private static final String BY_CODE =
            """
            select distinct on (id) *, 0 as likeness
            from entry
            where kind = 'AWARD_TYPE' and id = any (?) and known_at <= ?
            order by id, position desc, label
            """;

    private static final String PEOPLE =
            """
            select recipient_id, kind, tokens, rebuilt, position
            from recipient
            where recipient_id > ? and known_at <= ? and tokens is not null and not restricted
            order by recipient_id
            limit ?
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingInt(Match::likeness)
                    .thenComparing(Match::order, VietnameseOrder.TEXTS)
                    .thenComparing(m -> m.hit.position(), Comparator.reverseOrder());

    private final LiveTables tables;
    private final Moments moments;
    private final NameIndex names;
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
        var found = new ArrayList<Found>();
        for (var kind : SearchKind.values()) {
            if (kinds.isEmpty() || kinds.contains(kind)) {
                var matches = tables.query(c -> matches(c, words, kind, knownAt));
                if (!matches.isEmpty()) {
                    found.add(page(kind, matches, page));
                }
            }
        }
        return found;
    }

    private static Found page(SearchKind kind, List<Match> matches, Page page) {
        int end = Math.min(matches.size(), page.from() + page.size());
        var hits =
                page.from() < end
                        ? matches.subList(page.from(), end).stream().map(Match::hit).toList()
                        : List.<Hit>of();
        return new Found(kind, hits, matches.size(), end < matches.size() ? end : null);
    }

    private List<Match> matches(Connection connection, Words words, SearchKind kind, long knownAt)
            throws SQLException {
        return switch (kind) {
            case RECIPIENT -> people(connection, words, knownAt);
            case AWARD_TYPE -> awardTypes(connection, words, knownAt);
            case DECISION, ITEM, UNIT, PAPER -> {
                var found = entries(connection, words, kind, knownAt);
                // Papers and decisions stay newest first, as the database gave them.
                if (kind == SearchKind.UNIT) {
                    found.sort(BEST_FIRST);
                }
                yield found;
            }
        };
    }

    /// A thing with how well it answers, best lowest.
    private record Match(Hit hit, int likeness) {
        String order() {
            var label = hit.label();
            return label == null ? "" : label;
        }
    }

    private static List<Match> entries(
            Connection connection, Words words, SearchKind kind, long knownAt) throws SQLException {
        var forms = words.forms();
        var begun = array("text", words.begun());
        boolean inPart = NUMBERED.contains(kind) && forms.compact().length() >= SHORTEST_PART;
        return Sql.list(
                connection,
                ENTRIES,
                row -> entry(row, kind),
                forms.spelled(),
                array("text", Words.patterns(words.spelled())),
                forms.compact(),
                array("text", Words.patterns(words.letters())),
                begun,
                kind,
                knownAt,
                begun,
                forms.compact(),
                inPart,
                forms.compact(),
                MAX_FOUND);
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
    private List<Match> awardTypes(Connection connection, Words words, long knownAt)
            throws SQLException {
        var best = new HashMap<String, Match>();
        collect(connection, words, knownAt, best);
        var ranked = AwardNicknames.ranked(words);
        if (ranked.isPresent()) {
            var named = new HashMap<String, Match>();
            collect(connection, ranked.get().award(), knownAt, named);
            var rank = ranked.get().rank();
            named.forEach((code, match) ->
                    best.putIfAbsent(code, new Match(match.hit.with(rank), match.likeness)));
        }
        return best.values().stream().sorted(BEST_FIRST).toList();
    }

    private void collect(Connection connection, Words words, long knownAt, Map<String, Match> best)
            throws SQLException {
        for (var match : entries(connection, words, SearchKind.AWARD_TYPE, knownAt)) {
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
    private List<Match> people(Connection connection, Words words, long knownAt)
            throws SQLException {
        var question = names.ask(words.text());
        var found = new ArrayList<Match>();
        var last = BEFORE_ALL;
        List<Person> rows;
        do {
            rows = Sql.list(connection, PEOPLE, Person::new, last, knownAt, STRIDE);
            for (var person : rows) {
                question.rank(person.id, person.tokens)
                        .ifPresent(likeness -> found.add(person.match(likeness)));
            }
            last = rows.isEmpty() ? last : rows.getLast().id;
        } while (rows.size() == STRIDE);
        return found.stream().sorted(BEST_FIRST).limit(MAX_FOUND).toList();
    }

    /// A row of the table.
    private static final class Person {
        private final UUID id;
        private final byte[] tokens;
        private final String kind;
        private final boolean rebuilt;
        private final long position;

        Person(ResultSet row) throws SQLException {
            id = uuid(row, "recipient_id");
            tokens = row.getBytes("tokens");
            kind = row.getString("kind");
            rebuilt = row.getBoolean("rebuilt");
            position = row.getLong("position");
        }

        Match match(int likeness) {
            var hit =
                    new Hit(
                            SearchKind.RECIPIENT,
                            id.toString(),
                            null,
                            kind,
                            null,
                            null,
                            null,
                            null,
                            null,
                            likeness < 4,
                            rebuilt,
                            position);
            return new Match(hit, likeness);
        }
    }
}
