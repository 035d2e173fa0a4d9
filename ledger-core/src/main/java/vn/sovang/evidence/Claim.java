package vn.sovang.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// "These are all events up to the checkpoint that …": what a bundle claims to hold completely, and
/// what an exported log confirms or refutes.
///
/// @param tag they all bear; null for any
/// @param families their kinds, such as `unit`, the part of a stored name before the dot; none for
///   any
/// @param from first effective day; null for any
/// @param to last effective day, included
record Claim(
        @Nullable String tag,
        List<String> families,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::toString);

    Claim {
        families = families.stream().sorted().toList();
    }

    static Claim of(String tag, String... families) {
        return new Claim(tag, List.of(families), null, null);
    }

    boolean covers(Leaf leaf) {
        var fact = leaf.recorded().fact();
        return (tag == null || fact.tags().contains(tag))
                && (families.isEmpty() || families.contains(family(leaf.type())))
                && (from == null || !fact.effectiveOn().isBefore(from))
                && (to == null || !fact.effectiveOn().isAfter(to));
    }

    static String family(String storedName) {
        return storedName.substring(0, storedName.indexOf('.'));
    }
}
