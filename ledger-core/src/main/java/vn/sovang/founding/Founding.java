package vn.sovang.founding;

import static vn.sovang.decider.RefusalCode.LEDGER_ALREADY_OPEN;

import java.util.ArrayList;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerOpened;

/// A log is opened once.
public final class Founding implements Decider<OpenLedger, Boolean> {
    @Override
    public Class<OpenLedger> command() {
        return OpenLedger.class;
    }

    @Override
    public Set<TagQuery> boundary(OpenLedger command) {
        return Set.of(TagQuery.of(LedgerOpened.TAG, LedgerOpened.class));
    }

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Boolean evolve(Boolean open, Fact fact) {
        return open || fact.event() instanceof LedgerOpened;
    }

    @Override
    public Outcome decide(OpenLedger command, Boolean open) {
        if (open) {
            return Outcome.refuse(LEDGER_ALREADY_OPEN);
        }
        var facts = new ArrayList<Fact>();
        facts.add(command.origin().fact(command.opened()));
        facts.addAll(command.reference());
        return Outcome.accept(facts);
    }
}
