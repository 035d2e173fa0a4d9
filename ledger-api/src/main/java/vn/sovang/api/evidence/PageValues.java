package vn.sovang.api.evidence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.evidence.BundleContent;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// The values of events in words: names of units, award types and people come from the bundle's own
/// leaves. Every field of every event is shown; one that nobody put into words shows its code.
final class PageValues {
    private final PageTexts texts;
    private final BundleContent content;
    private final VietnameseFormat format = new VietnameseFormat();
    private final Map<UnitId, String> units = new HashMap<>();
    private final Map<AwardCode, String> awards = new HashMap<>();
    private final Map<RecipientId, String> people = new HashMap<>();

    /// One line of an event.
    record Row(String name, String value) {}

    PageValues(PageTexts texts, BundleContent content) {
        this.texts = texts;
        this.content = content;
        for (var leaf : content.leaves()) {
            switch (leaf.recorded().fact().event()) {
                case UnitRegistered unit -> units.put(unit.unit(), unit.authorityName());
                case AwardTypeDefined type -> awards.put(type.code(), type.nameVi());
                case RecipientRegistered person -> {
                    var name = content.text(person.name());
                    if (name != null) {
                        people.put(person.recipient(), name);
                    }
                }
                default -> {}
            }
        }
    }

    /// The fields of an event, those of records in it among them; empty ones left out.
    List<Row> rows(Record event) {
        var rows = new ArrayList<Row>();
        for (var component : event.getClass().getRecordComponents()) {
            var value = value(event, component);
            if (value instanceof Record record && isNested(record)) {
                rows.addAll(rows(record));
            } else if (value != null) {
                var text = of(value);
                if (!text.isEmpty()) {
                    var name = component.getName();
                    rows.add(new Row(texts.or("field." + name, name), text));
                }
            }
        }
        return rows;
    }

    private static boolean isNested(Record value) {
        return !(value instanceof Id)
                && !(value instanceof Sealed)
                && value.getClass().getRecordComponents().length > 1;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(component + " cannot be read", e);
        }
    }

    String of(Object value) {
        return switch (value) {
            case UnitId unit -> units.getOrDefault(unit, unit.toString());
            case AwardCode code -> awards.getOrDefault(code, code.toString());
            case RecipientId person -> person(person);
            case Sealed box -> sealed(box);
            case LocalDate day -> format.date(day);
            case Boolean yes -> texts.text(yes ? "yes" : "no");
            case Enum<?> word ->
                    texts.or(
                            "value." + word.getDeclaringClass().getSimpleName() + "." + word.name(),
                            word.name());
            case Collection<?> several ->
                    several.stream().map(this::of).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private String person(RecipientId person) {
        var name = people.get(person);
        return name == null ? texts.text("recipient.sealed", person) : name;
    }

    private String sealed(Sealed box) {
        var text = content.text(box);
        return text == null ? texts.text("sealed") : text;
    }

    String role(String role) {
        return texts.or("role." + role, role);
    }
}
