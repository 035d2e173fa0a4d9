package vn.sovang.recipient;

import static vn.sovang.decider.RefusalCode.RECIPIENT_ALREADY_REGISTERED;

import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.rule.RecipientStanding;

/// An identity is registered once, sealed under its own key.
public final class RecipientRegistration implements Decider<RegisterRecipient, Boolean> {
    @Override
    public Class<RegisterRecipient> command() {
        return RegisterRecipient.class;
    }

    @Override
    public Set<TagQuery> boundary(RegisterRecipient command) {
        return Set.of(
                TagQuery.of(command.recipient().recipient().tag(), RecipientRegistered.class));
    }

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Boolean evolve(Boolean known, Fact fact) {
        return known || fact.event() instanceof RecipientRegistered;
    }

    @Override
    public Outcome decide(RegisterRecipient command, Boolean known) {
        if (known) {
            return Outcome.refuse(RECIPIENT_ALREADY_REGISTERED);
        }
        var registered = command.recipient();
        return RecipientStanding.checkSealedFor(
                        registered.recipient().value(),
                        registered.name(),
                        registered.birth(),
                        registered.residence())
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(registered)));
    }
}
