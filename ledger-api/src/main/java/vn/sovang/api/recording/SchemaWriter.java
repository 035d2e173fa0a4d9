package vn.sovang.api.recording;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import vn.sovang.api.recording.Shape.Choice;
import vn.sovang.api.recording.Shape.Day;
import vn.sovang.api.recording.Shape.Flag;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.recording.Shape.Secret;
import vn.sovang.api.recording.Shape.Several;
import vn.sovang.api.recording.Shape.Value;
import vn.sovang.api.recording.Shape.Whole;
import vn.sovang.api.recording.Shape.Words;

/// Writes shapes as JSON Schema 2020-12 into the components of a contract.
final class SchemaWriter {
    private final Components components;

    SchemaWriter(Components components) {
        this.components = components;
    }

    static Schema<?> ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    static Schema<?> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    Schema<?> of(Shape shape) {
        return switch (shape) {
            case Form form -> form(form);
            case Several several -> {
                var list = typed("array");
                list.setItems(of(several.each()));
                list.setMaxItems(Shape.MAX_ENTRIES);
                yield list;
            }
            case Words _ -> words();
            case Secret _ ->
                    words().description(
                                    "Personal: sent in clear, sealed before it is recorded,"
                                            + " never answered.");
            case Day _ -> typed("string").format("date");
            case Flag _ -> typed("boolean");
            case Whole whole -> whole(whole);
            case Choice choice -> choice(choice);
            case Value value -> value(value);
        };
    }

    private static Schema<?> words() {
        var text = typed("string");
        text.setMinLength(1);
        text.setMaxLength(Shapes.longest());
        return text;
    }

    private static Schema<?> whole(Whole whole) {
        var number = typed("integer").format(whole.isLong() ? "int64" : "int32");
        number.setMinimum(BigDecimal.ZERO);
        return number;
    }

    private Schema<?> choice(Choice choice) {
        var name = choice.type().getSimpleName() + "Word";
        if (!known(name)) {
            var schema = new JsonSchema();
            schema.addType("string");
            choice.words().forEach(schema::addEnumItemObject);
            components.addSchemas(name, schema);
        }
        return ref(name);
    }

    private static Schema<?> value(Value value) {
        if (value.expected().equals("uuid")) {
            return typed("string").format("uuid");
        }
        var text = words();
        if (value.pattern() != null) {
            text.setPattern("^" + value.pattern() + "$");
        }
        return text;
    }

    private boolean known(String name) {
        return components.getSchemas() != null && components.getSchemas().containsKey(name);
    }

    private Schema<?> form(Form form) {
        if (!known(form.name())) {
            components.addSchemas(form.name(), object(form));
        }
        return ref(form.name());
    }

    /// A command's body: its circumstances and what is its own.
    Schema<?> request(Form form, Form circumstances) {
        var object = typed("object");
        object.setAdditionalProperties(false);
        object.addProperty("origin", form(circumstances));
        object.addRequiredItem("origin");
        return with(form, object);
    }

    private Schema<?> object(Form form) {
        var object = typed("object");
        object.setAdditionalProperties(false);
        return with(form, object);
    }

    private Schema<?> with(Form form, Schema<?> object) {
        for (var field : form.fields()) {
            object.addProperty(field.name(), of(field.shape()));
            if (field.required() && !field.minted()) {
                object.addRequiredItem(field.name());
            }
        }
        if (form.namesSubject()) {
            object.addProperty(
                    BodyReader.SEALED_FOR,
                    typed("string")
                            .format("uuid")
                            .description(
                                    "Whose data the personal texts beside it are: a contact's"
                                            + " subject. The recipient's without it."));
        }
        return object;
    }
}
