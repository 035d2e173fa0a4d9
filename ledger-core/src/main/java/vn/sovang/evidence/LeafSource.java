package vn.sovang.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where leaves are looked up: a live log, an exported one, or a bundle.
@FunctionalInterface
interface LeafSource {
    /// Hands over every leaf that at least one of the claims covers; one may come twice.
    void find(List<Claim> claims, Consumer<Leaf> found);

    /// The leaves at hand as a source.
    static LeafSource of(Collection<Leaf> leaves) {
        return (claims, found) -> leaves.stream().filter(anyOf(claims)).forEach(found);
    }

    /// Whether any of many claims covers a leaf, without asking each.
    static Predicate<Leaf> anyOf(List<Claim> claims) {
        Map<@Nullable String, List<Claim>> byTag = new HashMap<>();
        claims.forEach(c -> byTag.computeIfAbsent(c.tag(), _ -> new ArrayList<>()).add(c));
        return leaf ->
                covers(byTag.get(null), leaf)
                        || leaf.recorded().fact().tags().stream()
                                .anyMatch(tag -> covers(byTag.get(tag), leaf));
    }

    private static boolean covers(@Nullable List<Claim> claims, Leaf leaf) {
        return claims != null && claims.stream().anyMatch(c -> c.covers(leaf));
    }
}
