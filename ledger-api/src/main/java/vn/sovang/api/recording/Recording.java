package vn.sovang.api.recording;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.recording.Recorder.Asked;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Refusal;
import vn.sovang.decider.Outcome.Refused;

/// The same door for pages: whoever may not ask a command over the network may not ask it with a
/// form either, and it is recorded, sealed and repeated in the same way.
@Component
public final class Recording {
    private final CommandCatalogue catalogue;
    private final Recorder recorder;
    private final Entitlement entitlement;
    private final CommandScope scope;

    Recording(
            CommandCatalogue catalogue,
            Recorder recorder,
            Entitlement entitlement,
            CommandScope scope) {
        this.catalogue = catalogue;
        this.recorder = recorder;
        this.entitlement = entitlement;
        this.scope = scope;
    }

    /// What was recorded.
    ///
    /// @param last position of the last event
    /// @param repeated it was there before: the form was sent twice
    /// @param ids identities of the new things, by JSON pointer into the body
    public record Entered(long last, boolean repeated, Map<String, UUID> ids) {
        public Entered {
            ids = Map.copyOf(ids);
        }
    }

    /// One request of a person.
    ///
    /// @param key the form's own identity
    public record Wish(SignedIn who, String command, UUID key, ObjectNode body) {}

    /// @throws Failure `ROLE_NEEDED`, `UNIT_OUT_OF_SCOPE`, `FIELDS_WRONG` and what the ledger says
    /// @throws Refusal a rule said no
    public Entered record(Wish wish) {
        var done = recorder.record(asked(wish));
        var receipt = done.receipt();
        return new Entered(receipt.last(), receipt.repeated(), done.ids());
    }

    /// What a rule would say; nothing is recorded, and nothing sealed.
    ///
    /// @throws Failure as [#record]
    public Optional<Refused> rehearse(Wish wish) {
        return recorder.rehearse(asked(wish));
    }

    private Asked asked(Wish wish) {
        var type = catalogue.named(wish.command());
        var by = entitlement.at("POST", "/api/v1/commands/" + type.name(), wish.who());
        scope.require(by, type, wish.body());
        var text = wish.body().toString();
        return new Asked(type, wish.key(), text, wish.body(), by.actor(), Instant.now());
    }
}
