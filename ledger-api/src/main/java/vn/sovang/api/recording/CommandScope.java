package vn.sovang.api.recording;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.sovang.Ledger;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.api.door.Scope;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.recording.CommandCatalogue.CommandType;
import vn.sovang.api.recording.Shape.Field;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.recording.Shape.Several;
import vn.sovang.api.recording.Shape.Value;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.UnitId;

/// An office writes for its own units, and about records that it has to do with: asked of every
/// identity in a body before the rules of the ledger are.
///
/// The authority of a decision is none of the acting units: an office also records what a higher
/// body signed.
@Component
final class CommandScope {
    /// Fields that name the unit which acts.
    private static final Set<String> ACTING =
            Set.of(
                    "by",
                    "from",
                    "receivedBy",
                    "returnedBy",
                    "appraisedBy",
                    "council",
                    "office",
                    "proposingUnit");

    private final Scopes scopes;
    private final Ledger ledger;

    CommandScope(Scopes scopes, Ledger ledger) {
        this.scopes = scopes;
        this.ledger = ledger;
    }

    /// What cannot be read is not asked: the reader of the body tells it.
    ///
    /// @throws Failure `UNIT_OUT_OF_SCOPE`; the attempt is in the access log
    void require(SignedIn sender, CommandType type, JsonNode body) {
        var scope = scopes.of(sender);
        if (scope.limit().isPresent() && !allows(scope, type.form(), body)) {
            var door = "POST /api/v1/commands/" + type.name();
            var code = FailureCode.UNIT_OUT_OF_SCOPE;
            ledger.access()
                    .note(
                            sender.accessor(),
                            List.of(
                                    new Refused(
                                            code.name(),
                                            door,
                                            AccessEntry.idsIn(List.of(body.toString())))));
            throw Failure.of(code);
        }
    }

    private boolean allows(Scope scope, Form form, JsonNode object) {
        return form.fields().stream()
                .allMatch(field -> allows(scope, field, field.shape(), object.get(field.name())));
    }

    private boolean allows(Scope scope, Field field, Shape shape, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return true;
        }
        return switch (shape) {
            case Form inner -> allows(scope, inner, node);
            case Several several ->
                    node.valueStream().allMatch(each -> allows(scope, field, several.each(), each));
            case Value value -> allows(scope, field, value, node);
            default -> true;
        };
    }

    private boolean allows(Scope scope, Field field, Value value, JsonNode node) {
        boolean identity = Id.class.isAssignableFrom(value.type());
        if (!identity || !node.isString() || !node.stringValue().matches(Shapes.UUID_FORM)) {
            return true;
        }
        var id = UUID.fromString(node.stringValue());
        if (value.type() == UnitId.class) {
            return !ACTING.contains(field.name()) || scope.mayActFor(new UnitId(id));
        }
        return scopes.opens(scope, id);
    }
}
