package vn.sovang.api.entry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sovang.Ledger;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.UnitId;

/// A list of cases that was sent up and did not come back whole (*danh sách đã trình*), as the log
/// tells it.
///
/// @param from office whose list it is
/// @param document the paper it came with
/// @param cases those that did not come back, in the order of the list
record StandingList(ListId list, UnitId from, Document document, List<CaseId> cases) {
    StandingList {
        cases = List.copyOf(cases);
    }

    /// The last list on which a case stands. It may stand on several: those of the offices through
    /// which it went up.
    static Optional<StandingList> of(CaseId one, Ledger ledger) {
        var lists = new LinkedHashMap<UnitId, ListId>();
        for (var event : ledger.read(Set.of(moves(one.tag())))) {
            switch (event.fact().event()) {
                case ReissueProposed up -> lists.putLast(up.from(), up.list());
                case ReissueProposalReturned down -> lists.remove(down.to(), down.list());
                default -> throw new IllegalStateException("not asked for: " + event);
            }
        }
        return Optional.ofNullable(lists.lastEntry())
                .flatMap(last -> read(last.getValue(), ledger));
    }

    private static Optional<StandingList> read(ListId list, Ledger ledger) {
        var cases = new LinkedHashSet<CaseId>();
        for (var event : ledger.read(Set.of(moves(list.tag())))) {
            switch (event.fact().event()) {
                case ReissueProposed up -> cases.add(up.reissueCase());
                case ReissueProposalReturned down -> cases.remove(down.reissueCase());
                default -> throw new IllegalStateException("not asked for: " + event);
            }
        }
        return ledger.read(Set.of(TagQuery.of(list.tag(), ReissueListSubmitted.class))).stream()
                .findFirst()
                .map(sent -> {
                    var head = (ReissueListSubmitted) sent.fact().event();
                    var document = sent.fact().document();
                    return new StandingList(list, head.from(), document, List.copyOf(cases));
                });
    }

    private static TagQuery moves(String tag) {
        return TagQuery.of(tag, ReissueProposed.class, ReissueProposalReturned.class);
    }
}
