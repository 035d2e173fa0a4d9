package vn.sovang.api.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.AccountChanged;
import vn.sovang.access.AccessEntry.CameIn;
import vn.sovang.access.AccessEntry.Checked;
import vn.sovang.access.AccessEntry.EvidenceAsked;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Missed;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.AccessEntry.TurnedAway;
import vn.sovang.access.AccessEntry.Unmasked;
import vn.sovang.access.AccessLine;

/// An entry of the access log as programs read it.
public final class AccessFields {
    /// Told in columns of their own where entries are shown as a table.
    private static final List<String> COLUMNS =
            List.of("position", "at", "kind", "user", "standing", "role", "subjects");

    private AccessFields() {}

    /// What is particular to an entry's kind, such as the door, in one line.
    public static String rest(AccessLine line) {
        return of(line, Map.of()).entrySet().stream()
                .filter(field -> !COLUMNS.contains(field.getKey()))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
    }

    /// The name of an entry's kind.
    public static String kind(AccessEntry entry) {
        return entry.getClass().getSimpleName();
    }

    /// @param reasons those that were opened, by seal
    public static Map<String, Object> of(AccessLine line, Map<UUID, String> reasons) {
        var fields = new LinkedHashMap<String, Object>();
        var who = line.who();
        fields.put("position", line.position());
        fields.put("at", line.at().toString());
        fields.put("kind", kind(line.what()));
        fields.put("user", who.user());
        fields.put("standing", who.standing().name());
        fields.put("role", who.role());
        optional(fields, "unit", who.unit());
        optional(fields, "onBehalfOf", who.onBehalfOf());
        if (!line.what().subjects().isEmpty()) {
            fields.put("subjects", line.what().subjects().stream().map(UUID::toString).toList());
        }
        switch (line.what()) {
            case Searched searched -> {
                fields.put("what", searched.what());
                fields.put("by", searched.by());
            }
            case Opened opened -> fields.put("what", opened.what());
            case Unmasked unmasked -> unmasked(fields, unmasked, reasons);
            case Exported exported -> {
                fields.put("what", exported.what());
                fields.put("range", exported.range());
            }
            case EvidenceAsked evidence -> {
                fields.put("bundle", evidence.bundle().toString());
                fields.put("about", evidence.subject().toString());
                fields.put("variant", evidence.variant().name());
            }
            case Refused refused -> {
                fields.put("code", refused.code());
                fields.put("what", refused.what());
            }
            case Checked checked -> {
                fields.put("what", checked.what());
                fields.put("size", checked.size());
                fields.put("findings", checked.findings());
            }
            case CameIn came -> fields.put("way", came.way());
            case TurnedAway turned -> fields.put("why", turned.why());
            case AccountChanged changed -> {
                fields.put("account", changed.account());
                fields.put("what", changed.what());
                fields.put("roles", changed.roles());
                optional(fields, "accountUnit", changed.unit());
            }
            case Missed missed -> {
                fields.put("count", missed.count());
                fields.put("since", missed.since().toString());
            }
        }
        return fields;
    }

    private static void unmasked(
            Map<String, Object> fields, Unmasked unmasked, Map<UUID, String> reasons) {
        fields.put("fields", unmasked.fields());
        fields.put("need", unmasked.need().name());
        optional(fields, "reason", reasons.get(unmasked.reason().sealId()));
        var before = unmasked.before();
        if (before != null) {
            fields.put("takenFrom", before.file());
            fields.put("enteredThereAt", before.at().toString());
        }
    }

    private static void optional(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
