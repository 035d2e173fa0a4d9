package vn.sovang.api.work;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.EventFeed;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.vocabulary.Document;

/// A thing that an import brought, for whoever finds that it should not have: nothing is taken
/// away, each is put right by an act of its own (*đính chính, hủy bỏ, rút*).
///
/// @param kind what it is, as texts name it
/// @param page where its acts are
/// @param name number of a decision; empty where it has none
record Recorded(String kind, String page, String name) {
    /// Shown of a large import; the lists have all.
    private static final int MOST = 50;

    private static final int SLICE = 500;

    /// The first things of the import that ended at a position.
    static List<Recorded> upTo(long end, EventFeed feed) {
        var last = feed.after(end - 1, 1);
        if (last.isEmpty()
                || !(last.getFirst().fact().event() instanceof ImportCompleted completed)) {
            return List.of();
        }
        var things = new ArrayList<Recorded>();
        var slices = feed.factsOf(completed.imported(), end, SLICE);
        while (slices.hasNext() && things.size() < MOST) {
            for (var recorded : slices.next()) {
                if (things.size() < MOST) {
                    add(recorded.fact().event(), recorded.fact().document(), things);
                }
            }
        }
        return things;
    }

    private static void add(LedgerEvent event, Document document, List<Recorded> things) {
        switch (event) {
            case DecisionRecorded d ->
                    things.add(
                            new Recorded(
                                    "decision",
                                    "/quyet-dinh/" + d.decision().value(),
                                    document instanceof Document.Paper paper
                                            ? paper.number().asWritten()
                                            : d.key().number()));
            case NominationFiled n ->
                    things.add(
                            new Recorded("nomination", "/de-nghi/" + n.nomination().value(), ""));
            case ReissueRequested r ->
                    things.add(
                            new Recorded(
                                    "case", "/cap-doi-cap-lai/" + r.reissueCase().value(), ""));
            default -> {}
        }
    }
}
