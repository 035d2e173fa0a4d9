package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.UnitLevel;

/// Finds units by name as of a day. Accents count: *Phủ Hà* is not *Phú Hà*.
final class UnitDirectory {
    /// How offices shorten the names; each stands for whole words only.
    private static final Map<String, String> SHORT =
            Map.of(
                    "tp",
                    Folding.accented("thành phố"),
                    "p",
                    Folding.accented("phường"),
                    "tt",
                    Folding.accented("thị trấn"),
                    "tx",
                    Folding.accented("thị xã"),
                    "x",
                    Folding.accented("xã"),
                    "h",
                    Folding.accented("huyện"),
                    "t",
                    Folding.accented("tỉnh"));

    private static final String COMMITTEE = Folding.accented("Ủy ban nhân dân");
    private static final String CHAIRMAN = Folding.accented("Chủ tịch ubnd") + " ";

    private final Map<String, List<Units.Life>> byName = new HashMap<>();

    /// What a name stands for.
    sealed interface Found {
        /// One unit, which may not have existed on the day: then the rules say so.
        record One(Units.Life unit) implements Found {}

        /// Nothing the ledger has.
        record Nothing() implements Found {}

        /// Several, none of them more than the others.
        record Several(int units) implements Found {}
    }

    UnitDirectory(Collection<Units.Life> units) {
        for (var unit : units) {
            Stream.of(unit.registered().name(), unit.registered().authorityName())
                    .map(UnitDirectory::key)
                    .collect(Collectors.toCollection(LinkedHashSet::new))
                    .forEach(
                            name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(unit));
        }
    }

    /// The form under which two spellings of a name are one.
    static String key(String name) {
        var folded = Folding.accented(name).replace(COMMITTEE, "ubnd");
        if (folded.startsWith(CHAIRMAN)) {
            folded = folded.substring(CHAIRMAN.length() - "ubnd ".length());
        }
        return Stream.of(folded.split(" "))
                .map(word -> SHORT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    Found find(String name, LocalDate day) {
        var bearers = byName.getOrDefault(key(name), List.of());
        if (bearers.isEmpty()) {
            return new Found.Nothing();
        }
        var then = bearers.stream().filter(unit -> existsOn(unit, day)).toList();
        if (then.size() == 1) {
            return new Found.One(then.getFirst());
        }
        return then.isEmpty() && bearers.size() == 1
                ? new Found.One(bearers.getFirst())
                : new Found.Several(bearers.size());
    }

    /// The level of a unit, where its name is known; for reading *Giấy khen* from its body.
    @Nullable UnitLevel level(@Nullable String name, LocalDate day) {
        return Optional.ofNullable(name)
                .map(n -> find(n, day))
                .map(found ->
                        found instanceof Found.One one ? one.unit().registered().level() : null)
                .orElse(null);
    }

    private static boolean existsOn(Units.Life unit, LocalDate day) {
        var from = unit.registered().existsFrom();
        var ended = unit.endedOn();
        return (from == null || !day.isBefore(from)) && (ended == null || day.isBefore(ended));
    }
}
