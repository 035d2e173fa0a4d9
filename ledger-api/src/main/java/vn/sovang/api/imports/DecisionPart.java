package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.DecisionRow;
import vn.sovang.api.imports.Rows.LineRow;
import vn.sovang.api.text.Days;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;

/// Decisions and their lines.
///
/// Lines find their decision by number and day, and by authority where two share both. Each run of
/// lines within one sheet is a block of its own (*a list comes school by school*, R9): the rules
/// make the first block the decision and append the others to it.
final class DecisionPart {
    private final Assembly assembly;
    private final NominationPart nominations;
    private final Map<Identity, Header> headers = new LinkedHashMap<>();
    private final Map<NumberAndDay, List<Header>> byNumber = new HashMap<>();
    private final Map<DecisionId, Integer> counts = new HashMap<>();

    private record NumberAndDay(String number, LocalDate day) {}

    private record Identity(DecisionKey key, LocalDate day, @Nullable String signer) {}

    private record Header(
            DecisionId id,
            DecisionKey key,
            DecisionRow row,
            Circumstance where,
            List<Block> blocks) {}

    private record Block(String sheet, List<Line> lines) {}

    private record Line(AwardDecided event, Circumstance where) {}

    DecisionPart(Assembly assembly, NominationPart nominations) {
        this.assembly = assembly;
        this.nominations = nominations;
    }

    void take(List<DecisionRow> decisions, List<LineRow> lines) {
        decisions.forEach(this::open);
        DecisionId last = null;
        for (var row : lines) {
            var header = header(row).orElse(null);
            if (header != null) {
                addLine(row, header, header.id().equals(last));
            }
            last = header == null ? null : header.id();
        }
        headers.values().stream()
                .sorted(Comparator.comparing(header -> header.row().day()))
                .forEach(this::record);
    }

    private void open(DecisionRow row) {
        var paper = Assembly.paper(row.number(), row.day(), row.authority(), row.signer());
        var where =
                new Circumstance(
                        row.day(),
                        paper,
                        row.asFound(),
                        row.at().at(Heading.DECISION_NUMBER),
                        null);
        var authority = assembly.unit(row.authority(), row.at(), Heading.AUTHORITY, where);
        if (authority.isEmpty()) {
            return;
        }
        var key = DecisionKey.of(authority.get(), row.day().getYear(), row.number());
        headers.computeIfAbsent(
                new Identity(key, row.day(), row.signer()), i -> header(key, row, where));
    }

    private Header header(DecisionKey key, DecisionRow row, Circumstance where) {
        var header = new Header(new DecisionId(assembly.id()), key, row, where, new ArrayList<>());
        byNumber.computeIfAbsent(new NumberAndDay(key.number(), row.day()), _ -> new ArrayList<>())
                .add(header);
        return header;
    }

    private Optional<Header> header(LineRow row) {
        var number = row.decision().folded();
        var fitting =
                byNumber.getOrDefault(new NumberAndDay(number, row.day()), List.of()).stream()
                        .filter(h -> isBy(row.authority(), h.row().authority()))
                        .toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.getFirst());
        }
        if (fitting.isEmpty() && !assembly.isWhole(SheetKind.DECISIONS)) {
            return Optional.empty();
        }
        row.at()
                .error(
                        Heading.DECISION_NUMBER,
                        row.decision().asWritten(),
                        fitting.isEmpty()
                                ? ProblemCode.DECISION_UNKNOWN
                                : ProblemCode.DECISION_AMBIGUOUS,
                        Days.shown(row.day()));
        return Optional.empty();
    }

    private static boolean isBy(@Nullable String asked, String authority) {
        return asked == null || UnitDirectory.key(asked).equals(UnitDirectory.key(authority));
    }

    private void addLine(LineRow row, Header header, boolean continued) {
        var where =
                new Circumstance(
                        row.day(),
                        header.where().document(),
                        row.asFound(),
                        row.at().at(Heading.AWARD),
                        null);
        var nomination = nomination(row);
        var recipient = recipient(row, nomination, where);
        if (recipient == null || (row.nomination() != null && nomination == null)) {
            return;
        }
        var line = assembly.line(recipient, row.honour(), row.at(), where);
        var proposer =
                assembly.unit(row.proposer(), row.at(), Heading.PROPOSER, where)
                        .orElse(nomination == null ? null : nomination.proposer);
        var event =
                new AwardDecided(
                        new AwardId(assembly.id()),
                        header.id(),
                        header.key(),
                        counts.merge(header.id(), 1, Integer::sum),
                        row.mode(),
                        proposer,
                        nomination == null ? null : nomination.id,
                        line);
        block(header, row.sheet(), continued).lines().add(new Line(event, where));
    }

    private static Block block(Header header, String sheet, boolean continued) {
        var blocks = header.blocks();
        if (!continued || blocks.isEmpty() || !blocks.getLast().sheet().equals(sheet)) {
            blocks.add(new Block(sheet, new ArrayList<>()));
        }
        return blocks.getLast();
    }

    private NominationPart.@Nullable Filed nomination(LineRow row) {
        var key = row.nomination();
        if (key == null) {
            return null;
        }
        var filed = nominations.filed(key).orElse(null);
        if (filed == null && assembly.isWhole(SheetKind.LISTS)) {
            row.at().error(Heading.NOMINATION_KEY, key, ProblemCode.NOMINATION_UNKNOWN);
        }
        return filed;
    }

    private Recipients.@Nullable Known recipient(
            LineRow row, NominationPart.@Nullable Filed nomination, Circumstance where) {
        if (nomination == null) {
            return assembly.known().meet(row.party(), row.at(), where);
        }
        boolean same =
                nomination.line.award().equals(row.honour().award())
                        && assembly.isRecipientOf(nomination, row.party(), row.at(), where);
        if (!same) {
            row.at()
                    .error(
                            Heading.NOMINATION_KEY,
                            row.nomination(),
                            ProblemCode.NOMINATION_DIFFERS);
            return null;
        }
        return assembly.known().of(nomination.line.recipient());
    }

    /// A decision without lines is recorded too: the gap in an authority's numbers is then none.
    private void record(Header header) {
        if (header.blocks().isEmpty()) {
            header.row()
                    .at()
                    .noticeHere(
                            Heading.DECISION_NUMBER,
                            header.row().number().asWritten(),
                            ProblemCode.DECISION_WITHOUT_LINES);
            assembly.add(new DecisionRecorded(header.id(), header.key(), 0), header.where());
        }
        for (var block : header.blocks()) {
            assembly.add(
                    new DecisionRecorded(header.id(), header.key(), block.lines().size()),
                    header.where());
            block.lines().forEach(line -> assembly.add(line.event(), line.where()));
        }
    }
}
