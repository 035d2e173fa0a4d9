package vn.sovang.benchmark.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sovang.Ledger;
import vn.sovang.decider.Command;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.UnitEvent;

/// The ledger's deciders on a memory of only what decisions still to come will ask for.
///
/// Not remembered, because no rule asks for it or no command of a history depends on it: what else
/// happened under a unit's or a recipient's tag, items by their own tag, and the numbers of lists
/// and decisions, which a history never uses twice.
final class DecidedFacts {
    private final List<Decider<?, ?>> deciders = Ledger.deciders();
    private final Map<String, List<Numbered>> byTag = new HashMap<>();
    private long count;

    private record Numbered(long number, String type, Fact fact) {}

    /// @throws IllegalStateException if the rules refuse it
    List<Fact> decide(Command command) {
        for (Decider<?, ?> decider : deciders) {
            if (decider.command().isInstance(command)) {
                return switch (decide(decider, command)) {
                    case Outcome.Accepted accepted -> remembered(accepted.facts());
                    case Outcome.Refused refused ->
                            throw new IllegalStateException(refused + " of " + command);
                };
            }
        }
        throw new IllegalArgumentException("no decider for " + command.getClass());
    }

    private <C extends Command, S> Outcome decide(Decider<C, S> decider, Command any) {
        C command = decider.command().cast(any);
        var boundary = new TreeMap<Long, Fact>();
        for (TagQuery query : decider.boundary(command)) {
            find(query, boundary);
        }
        S state = decider.initial();
        for (Fact fact : boundary.values()) {
            state = decider.evolve(state, fact);
        }
        return decider.decide(command, state);
    }

    private void find(TagQuery query, Map<Long, Fact> found) {
        String any = query.tags().iterator().next();
        for (Numbered known : byTag.getOrDefault(any, List.of())) {
            if ((query.types().isEmpty() || query.types().contains(known.type))
                    && known.fact.tags().containsAll(query.tags())) {
                found.put(known.number, known.fact);
            }
        }
    }

    private List<Fact> remembered(List<Fact> facts) {
        for (Fact fact : facts) {
            count++;
            var numbered =
                    new Numbered(count, EventCatalogue.nameOf(fact.event().getClass()), fact);
            for (String tag : fact.tags()) {
                if (isAskedFor(tag, fact)) {
                    byTag.computeIfAbsent(tag, t -> new ArrayList<>(2)).add(numbered);
                }
            }
        }
        return facts;
    }

    private static boolean isAskedFor(String tag, Fact fact) {
        return switch (tag.substring(0, tag.indexOf(':'))) {
            case "unit", "units" -> fact.event() instanceof UnitEvent;
            case "recipient" -> fact.event() instanceof RecipientEvent;
            case "artifact", "decision", "decision-id", "list" -> false;
            default -> true;
        };
    }

    /// Nothing will be decided about it any more.
    void forget(String tag) {
        byTag.remove(tag);
    }

    long count() {
        return count;
    }
}
