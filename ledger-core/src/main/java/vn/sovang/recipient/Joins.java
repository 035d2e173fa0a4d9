package vn.sovang.recipient;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.RECIPIENTS_ALREADY_JOINED;
import static vn.sovang.decider.RefusalCode.RECIPIENTS_NOT_JOINED;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_DIFFERS;
import static vn.sovang.rule.Checks.unless;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.recipient.JoinCommand.JoinRecipients;
import vn.sovang.recipient.JoinCommand.SeparateRecipients;
import vn.sovang.rule.Checks;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.RecipientStandings;

/// Two recipients of one kind are joined once, and separated only if they were joined. Nothing of
/// either is changed, so the one undoes the other without a trace but its own.
public final class Joins implements Decider<JoinCommand, RecipientStandings> {
    @Override
    public Class<JoinCommand> command() {
        return JoinCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(JoinCommand command) {
        // A set, since a careless caller may name one recipient twice.
        var queries = new HashSet<TagQuery>();
        queries.add(RecipientStanding.of(command.recipient()));
        queries.add(RecipientStanding.of(command.other()));
        return queries;
    }

    @Override
    public RecipientStandings initial() {
        return RecipientStandings.NONE;
    }

    @Override
    public RecipientStandings evolve(RecipientStandings standings, Fact fact) {
        return standings.evolve(fact);
    }

    @Override
    public Outcome decide(JoinCommand command, RecipientStandings standings) {
        var origin = command.origin();
        var day = origin.effectiveOn();
        var one = standings.of(command.recipient());
        var two = standings.of(command.other());
        return Checks.first(
                        unless(() -> !origin.inTheFuture(), refuse(IN_THE_FUTURE, "day", day)),
                        one::checkKnown,
                        two::checkKnown,
                        unless(
                                () -> !day.isBefore(one.lastOn()) && !day.isBefore(two.lastOn()),
                                refuse(
                                        EARLIER_THAN_ITS_CAUSE,
                                        "day",
                                        one.lastOn().isAfter(two.lastOn())
                                                ? one.lastOn()
                                                : two.lastOn())),
                        () -> check(command, one, two))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event(command))));
    }

    private static Optional<Refused> check(
            JoinCommand command, RecipientStanding one, RecipientStanding two) {
        boolean joined = one.joined().contains(two.recipient());
        return switch (command) {
            case JoinRecipients _ ->
                    Checks.first(
                            unless(
                                    () -> !joined && !one.recipient().equals(two.recipient()),
                                    refuse(RECIPIENTS_ALREADY_JOINED)),
                            () -> checkKinds(one, two));
            case SeparateRecipients _ ->
                    joined ? Optional.empty() : Optional.of(refuse(RECIPIENTS_NOT_JOINED));
        };
    }

    private static Optional<Refused> checkKinds(RecipientStanding one, RecipientStanding two) {
        var first = one.registered();
        var second = two.registered();
        return first != null && second != null && first.kind() != second.kind()
                ? Optional.of(refuse(RECIPIENT_KIND_DIFFERS, "kind", second.kind()))
                : Optional.empty();
    }

    private static RecipientEvent event(JoinCommand command) {
        return switch (command) {
            case JoinRecipients c -> new RecipientsJoined(c.recipient(), c.other(), c.evidence());
            case SeparateRecipients c -> new RecipientsSeparated(c.recipient(), c.other());
        };
    }
}
