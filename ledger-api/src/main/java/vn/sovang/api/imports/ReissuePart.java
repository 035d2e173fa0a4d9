package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.ReissueRow;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.UnitId;

/// Re-issue cases and the lists that carry them up. One row is one case (R4).
///
/// Reasons are dropped: they speak about people, and a case has no sealed place for them.
final class ReissuePart {
    private final Assembly assembly;
    private final Map<ListKey, Sent> lists = new LinkedHashMap<>();

    private record ListKey(String number, LocalDate day, UnitId from) {}

    private record Sent(ListId id, @Nullable UnitId to, Circumstance where, List<Case> cases) {}

    private record Case(CaseId id, Subject subject, Circumstance where) {}

    ReissuePart(Assembly assembly) {
        this.assembly = assembly;
    }

    void take(List<ReissueRow> rows) {
        rows.forEach(this::take);
        lists.forEach(this::send);
    }

    private void take(ReissueRow row) {
        Document document =
                row.list() == null
                        ? new Document.None(Texts.stored("stored.noListYet"))
                        : Assembly.paper(row.list(), row.day(), row.from(), null);
        var source = row.at().at(Heading.AWARD);
        var where = new Circumstance(row.day(), document, row.asFound(), source, row.remark());
        var from = assembly.unit(row.from(), row.at(), Heading.FROM, where).orElse(null);
        var recipient = assembly.known().meet(row.party(), row.at(), where);
        if (from == null || recipient == null) {
            return;
        }
        var opened = new Case(new CaseId(assembly.id()), subject(row, recipient, where), where);
        assembly.add(new ReissueRequested(opened.id(), from, opened.subject()), where);
        if (row.list() != null) {
            putOnList(opened, row, from, where);
        }
    }

    private Subject subject(ReissueRow row, Recipients.Known recipient, Circumstance where) {
        var line = assembly.line(recipient, row.honour(), row.at(), where);
        return new Subject(
                row.kind(),
                row.reading(),
                null,
                line.award(),
                line.commendationType(),
                line.recipient(),
                line.recipientKind(),
                row.artifact(),
                null,
                line.recipientUnit());
    }

    private void putOnList(Case opened, ReissueRow row, UnitId from, Circumstance where) {
        var to = assembly.unit(row.to(), row.at(), Heading.TO, where).orElse(null);
        var number = Objects.requireNonNull(row.list()).folded();
        var head =
                new Circumstance(
                        where.day(),
                        where.document(),
                        where.asFound(),
                        row.at().at(Heading.FROM),
                        null);
        var list =
                lists.computeIfAbsent(
                        new ListKey(number, row.day(), from),
                        k -> new Sent(new ListId(assembly.id()), to, head, new ArrayList<>()));
        if (!Objects.equals(list.to(), to)) {
            row.at().error(Heading.TO, row.to(), ProblemCode.RECEIVER_DIFFERS);
        }
        list.cases().add(opened);
    }

    private void send(ListKey key, Sent list) {
        assembly.add(
                new ReissueListSubmitted(list.id(), key.from(), list.to(), list.cases().size()),
                list.where());
        int number = 0;
        for (var opened : list.cases()) {
            assembly.add(
                    new ReissueProposed(
                            opened.id(), list.id(), ++number, key.from(), opened.subject()),
                    opened.where());
        }
    }
}
