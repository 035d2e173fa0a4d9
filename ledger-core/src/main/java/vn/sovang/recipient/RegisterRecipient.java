package vn.sovang.recipient;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.RecipientEvent.RecipientRegistered;

/// Makes a recipient known to the ledger. The edge has sealed the identity before.
public record RegisterRecipient(Origin origin, RecipientRegistered recipient) implements Command {}
