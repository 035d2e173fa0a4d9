package vn.sovang.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sovang.event.Fact;
import vn.sovang.event.PrivacyEvent;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.vocabulary.RecipientId;

/// What is known of the data of those whom a command names.
public record RecipientStandings(Map<RecipientId, RecipientStanding> byId) {
    public static final RecipientStandings NONE = new RecipientStandings(Map.of());

    public RecipientStandings {
        byId = Map.copyOf(byId);
    }

    public RecipientStanding of(RecipientId recipient) {
        return byId.getOrDefault(recipient, RecipientStanding.unknown(recipient));
    }

    public RecipientStandings evolve(Fact fact) {
        var concerned = concerned(fact);
        if (concerned.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(byId);
        concerned.forEach(recipient -> all.put(recipient, of(recipient).evolve(fact)));
        return new RecipientStandings(all);
    }

    private static List<RecipientId> concerned(Fact fact) {
        return switch (fact.event()) {
            case RecipientsJoined j -> List.of(j.recipient(), j.other());
            case RecipientsSeparated s -> List.of(s.recipient(), s.other());
            case RecipientEvent e -> List.of(e.recipient());
            case PrivacyEvent e -> List.of(e.recipient());
            default -> List.of();
        };
    }
}
