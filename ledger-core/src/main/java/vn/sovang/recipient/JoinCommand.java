package vn.sovang.recipient;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.RecipientId;

/// Says whether two recipients are one. A person says it; likeness of names only suggests it.
public sealed interface JoinCommand extends Command {
    RecipientId recipient();

    RecipientId other();

    /// They are one (*xác định cùng một đối tượng*).
    ///
    /// @param recipient the one under whose identity both are shown
    record JoinRecipients(
            Origin origin, RecipientId recipient, RecipientId other, JoinEvidence evidence)
            implements JoinCommand {}

    /// They are two after all (*tách lại đối tượng*).
    record SeparateRecipients(Origin origin, RecipientId recipient, RecipientId other)
            implements JoinCommand {}
}
