package vn.sovang.api.recording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import vn.sovang.api.recording.Shape.Choice;
import vn.sovang.api.recording.Shape.Day;
import vn.sovang.api.recording.Shape.Field;
import vn.sovang.api.recording.Shape.Flag;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.recording.Shape.Secret;
import vn.sovang.api.recording.Shape.Several;
import vn.sovang.api.recording.Shape.Value;
import vn.sovang.api.recording.Shape.Whole;
import vn.sovang.api.recording.Shape.Words;
import vn.sovang.vocabulary.ArtifactCondition;

/// Examples of bodies for the contract. Each can be read; its identities are made up.
final class Samples {
    private static final String DAY = "2024-05-20";

    /// Texts that say more than “text” would; by field name.
    private static final Properties TEXTS = texts();

    /// Fields that may be absent in the record, and not in an act begun in the ledger.
    private static final Set<String> NEEDED = Set.of("ReissueSubjectInput.award");

    private Samples() {}

    private static Properties texts() {
        var stream =
                Objects.requireNonNull(Samples.class.getResourceAsStream("samples.properties"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(String name) {
        return Objects.requireNonNull(TEXTS.getProperty(name));
    }

    static Map<String, Object> body(Form form, Form circumstances) {
        var body = new LinkedHashMap<String, Object>();
        var papers = new LinkedHashMap<String, Object>();
        papers.put("number", word("number"));
        papers.put("date", DAY);
        papers.put("authority", word("authority"));
        var around = object(circumstances);
        around.put("document", papers);
        body.put("origin", around);
        body.putAll(object(form));
        return body;
    }

    private static Map<String, Object> object(Form form) {
        var object = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            if (field.required() || NEEDED.contains(form.name() + "." + field.name())) {
                object.put(field.name(), of(field.shape(), field));
            }
        }
        return object;
    }

    private static Object of(Shape shape, Field field) {
        return switch (shape) {
            case Form form -> object(form);
            case Several several -> List.of(of(several.each(), field));
            case Words _ -> TEXTS.getProperty(field.name(), word("text"));
            case Secret _ -> word("person");
            case Day _ -> DAY;
            case Whole _ -> field.name().equals("year") ? 2024 : 1;
            case Flag _ -> true;
            case Choice choice ->
                    field.name().equals("condition")
                            ? ArtifactCondition.CHUA_NHAN.name()
                            : choice.words().getFirst();
            case Value value -> text(value, field);
        };
    }

    private static String text(Value value, Field field) {
        return switch (value.expected()) {
            // The same field has the same identity in every example.
            case "uuid" -> "00000000-0000-4000-8000-%012x".formatted(field.name().hashCode());
            case "sha256" -> "0".repeat(64);
            case "AwardCode" -> "GK_HUYEN";
            case "InspectedMatter" -> "award:00000000-0000-4000-8000-000000000001";
            case "FindingKey" ->
                    "DECISION_NUMBER_USED_TWICE:decision:00000000-0000-4000-8000-000000000001";
            default -> word("number");
        };
    }
}
