package vn.sovang.founding;

import java.time.Instant;
import java.time.LocalDate;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.vocabulary.Document;

/// Takes a new signing key into use beside the old one, or the old one out of use (*thay khóa ký*).
public record ChangeSigningKey(Origin origin, SigningKeyEvent change) implements Command {
    /// The circumstances of a change that an operator makes: no paper orders it, and it holds from
    /// the same day.
    ///
    /// @param at the edge's clock
    public static Origin origin(Request request, Actor by, Instant at) {
        return new Origin(
                request,
                by,
                null,
                at,
                new Document.None("thay khóa ký"),
                LocalDate.ofInstant(at, Origin.VIETNAM),
                null);
    }
}
