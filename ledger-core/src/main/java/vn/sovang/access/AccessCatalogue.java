package vn.sovang.access;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sovang.event.UnreadableEvent;

/// The only place where a stored name of the access log and a Java type meet. A stored name is for
/// ever (`AccessCodecTest`).
public final class AccessCatalogue {
    private static final Map<String, Class<? extends AccessEntry>> BY_NAME =
            Map.ofEntries(
                    entry("access.Searched", AccessEntry.Searched.class),
                    entry("access.Opened", AccessEntry.Opened.class),
                    entry("access.Unmasked", AccessEntry.Unmasked.class),
                    entry("access.Exported", AccessEntry.Exported.class),
                    entry("access.EvidenceAsked", AccessEntry.EvidenceAsked.class),
                    entry("access.Refused", AccessEntry.Refused.class),
                    entry("access.Checked", AccessEntry.Checked.class),
                    entry("access.CameIn", AccessEntry.CameIn.class),
                    entry("access.TurnedAway", AccessEntry.TurnedAway.class),
                    entry("access.AccountChanged", AccessEntry.AccountChanged.class),
                    entry("access.Missed", AccessEntry.Missed.class));

    private static final Map<Class<? extends AccessEntry>, String> BY_TYPE =
            BY_NAME.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private AccessCatalogue() {}

    /// The stored name of an entry's type, such as `access.Opened`.
    public static String nameOf(Class<? extends AccessEntry> type) {
        var name = BY_TYPE.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is not in the catalogue");
        }
        return name;
    }

    /// @throws UnreadableEvent if the name is unknown: an entry from a newer version
    static Class<? extends AccessEntry> typeOf(String name) {
        var type = BY_NAME.get(name);
        if (type == null) {
            throw new UnreadableEvent("unknown entry " + name);
        }
        return type;
    }

    /// All stored names.
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /// The kinds a reader can ask for: the names without their beginning, in alphabetical order.
    public static List<String> kinds() {
        return names().stream().map(name -> name.substring("access.".length())).sorted().toList();
    }
}
