package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.ListRow;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// Nominations and the lists that carry them up.
///
/// The first row of a nomination, by day, files it; a row with a list number puts it on that list.
/// The proposer's own list submits, anybody else's forwards (R3).
final class NominationPart {
    private final Assembly assembly;
    private final Map<String, Filed> byKey = new HashMap<>();
    private final Map<ListKey, Sent> lists = new LinkedHashMap<>();

    /// A nomination of the file.
    static final class Filed {
        final NominationId id;
        final UnitId proposer;
        final AwardLine line;
        private final Set<UnitId> sentBy = new HashSet<>();
        private boolean withdrawn;

        private Filed(NominationId id, UnitId proposer, AwardLine line) {
            this.id = id;
            this.proposer = proposer;
            this.line = line;
        }
    }

    private record ListKey(String number, LocalDate day, UnitId from) {}

    /// A list with its lines so far.
    private record Sent(ListId id, @Nullable UnitId to, Circumstance where, List<Line> lines) {}

    private record Line(Filed nomination, Circumstance where) {}

    NominationPart(Assembly assembly) {
        this.assembly = assembly;
    }

    Optional<Filed> filed(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    void take(List<ListRow> rows) {
        rows.stream().sorted(Comparator.comparing(ListRow::day)).forEach(this::take);
        lists.forEach(this::send);
    }

    private void take(ListRow row) {
        var where = circumstance(row);
        var from = assembly.unit(row.from(), row.at(), Heading.FROM, where);
        if (from.isEmpty()) {
            return;
        }
        var key = row.nomination();
        var known = key == null ? null : byKey.get(key);
        var nomination = known == null ? file(row, from.get(), where) : known;
        if (nomination == null || (known != null && !speaksOf(known, row, where))) {
            return;
        }
        if (row.withdrawnOn() != null) {
            withdraw(nomination, row, row.withdrawnOn(), where);
        } else if (row.list() != null) {
            putOnList(nomination, row, from.get(), where);
        }
    }

    private static Circumstance circumstance(ListRow row) {
        Document document =
                row.list() == null
                        ? new Document.None(Texts.stored("stored.noListYet"))
                        : Assembly.paper(row.list(), row.day(), row.from(), null);
        return new Circumstance(
                row.day(), document, row.asFound(), row.at().at(Heading.AWARD), null);
    }

    private @Nullable Filed file(ListRow row, UnitId from, Circumstance where) {
        var recipient = assembly.known().meet(row.party(), row.at(), where);
        if (recipient == null) {
            return null;
        }
        var line = assembly.line(recipient, row.honour(), row.at(), where);
        var filed = new Filed(new NominationId(assembly.id()), from, line);
        assembly.add(new NominationFiled(filed.id, from, line), where);
        if (row.nomination() != null) {
            byKey.put(row.nomination(), filed);
        }
        return filed;
    }

    /// Whether a further row of a nomination has the same recipient and award.
    private boolean speaksOf(Filed known, ListRow row, Circumstance where) {
        boolean sameAward =
                known.line.award().equals(row.honour().award())
                        && known.line.rank() == row.honour().rank();
        if (!sameAward || !assembly.isRecipientOf(known, row.party(), row.at(), where)) {
            row.at()
                    .error(
                            Heading.NOMINATION_KEY,
                            row.nomination(),
                            ProblemCode.NOMINATION_DIFFERS);
            return false;
        }
        return true;
    }

    private void withdraw(Filed nomination, ListRow row, LocalDate on, Circumstance where) {
        if (!nomination.sentBy.isEmpty()) {
            row.at()
                    .error(
                            Heading.WITHDRAWN,
                            row.nomination(),
                            ProblemCode.NOMINATION_SENT_AND_WITHDRAWN);
            return;
        }
        nomination.withdrawn = true;
        assembly.add(
                new NominationWithdrawn(nomination.id, Texts.stored("stored.withdrawn")),
                new Circumstance(on, where.document(), where.asFound(), where.source(), null));
    }

    private void putOnList(Filed nomination, ListRow row, UnitId from, Circumstance where) {
        if (nomination.withdrawn) {
            row.at()
                    .error(
                            Heading.LIST_NUMBER,
                            row.nomination(),
                            ProblemCode.NOMINATION_SENT_AND_WITHDRAWN);
            return;
        }
        if (!nomination.sentBy.add(from)) {
            row.at()
                    .error(
                            Heading.NOMINATION_KEY,
                            row.nomination(),
                            ProblemCode.NOMINATION_SENT_TWICE);
            return;
        }
        var to = assembly.unit(row.to(), row.at(), Heading.TO, where).orElse(null);
        var number = Objects.requireNonNull(row.list()).folded();
        var list =
                lists.computeIfAbsent(
                        new ListKey(number, row.day(), from), k -> open(to, row, where));
        if (!Objects.equals(list.to(), to)) {
            row.at().error(Heading.TO, row.to(), ProblemCode.RECEIVER_DIFFERS);
        }
        list.lines().add(new Line(nomination, where));
    }

    /// The list as a whole: a rule broken by a unit on it is the unit's column's.
    private Sent open(@Nullable UnitId to, ListRow row, Circumstance where) {
        var head =
                new Circumstance(
                        where.day(),
                        where.document(),
                        where.asFound(),
                        row.at().at(Heading.FROM),
                        null);
        return new Sent(new ListId(assembly.id()), to, head, new ArrayList<>());
    }

    private void send(ListKey key, Sent list) {
        assembly.add(
                new NominationListSubmitted(list.id(), key.from(), list.to(), list.lines().size()),
                list.where());
        int number = 0;
        for (var line : list.lines()) {
            assembly.add(event(line.nomination(), key.from(), list, ++number), line.where());
        }
    }

    private static LedgerEvent event(Filed nomination, UnitId from, Sent list, int number) {
        return nomination.proposer.equals(from)
                ? new NominationSubmitted(
                        nomination.id, list.id(), number, from, list.to(), nomination.line)
                : new NominationForwardedUp(
                        nomination.id, list.id(), number, from, list.to(), nomination.line);
    }
}
