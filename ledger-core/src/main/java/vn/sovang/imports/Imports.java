package vn.sovang.imports;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.IMPORT_EMPTY;
import static vn.sovang.decider.RefusalCode.IMPORT_TOO_LARGE;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;

/// Decides about a whole file: every row that breaks a rule is named, and then nothing is stored.
///
/// Conditions only on what others could change under the file: decision numbers, units and award
/// codes; none for identities that the file itself minted (R17).
public final class Imports implements Decider<RecordImport, ImportState> {
    @Override
    public Class<RecordImport> command() {
        return RecordImport.class;
    }

    @Override
    public Set<TagQuery> boundary(RecordImport command) {
        var boundary = new FileBoundary();
        command.entries().forEach(boundary::take);
        return boundary.queries();
    }

    @Override
    public ImportState initial() {
        return new ImportState();
    }

    @Override
    public ImportState evolve(ImportState state, Fact fact) {
        state.apply(fact);
        return state;
    }

    @Override
    public Outcome decide(RecordImport command, ImportState ledger) {
        if (command.entries().isEmpty()) {
            return refuse(IMPORT_EMPTY);
        }
        int events = command.entries().size() + 1;
        if (events > RecordImport.MAX_EVENTS) {
            return refuse(
                    IMPORT_TOO_LARGE,
                    Map.of(
                            "events", Integer.toString(events),
                            "limit", Integer.toString(RecordImport.MAX_EVENTS)));
        }
        var facts = new ArrayList<Fact>();
        var reading = new FileReading(command.head(), ledger.copy(), facts::add);
        command.entries().forEach(reading::take);
        var refused = reading.refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        facts.add(reading.completion());
        return Outcome.accept(facts);
    }
}
