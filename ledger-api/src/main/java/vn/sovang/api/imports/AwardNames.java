package vn.sovang.api.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.UnitLevel;

/// Finds an award by its code, its name in the catalogue or another of its names
/// (`reference/award-aliases.properties`), accents and case aside: `LĐTT`, `Lao động tiên tiến`,
/// `Huân chương Lao động hạng Ba`.
final class AwardNames {
    private static final Pattern RANKED =
            Pattern.compile("(.+?)\\s+hang\\s+(nhat|nhi|hai|ba|1|2|3|i|ii|iii)");

    private final Map<String, AwardTypeDefined> byName = new HashMap<>();
    private final Map<AwardCode, AwardTypeDefined> byCode = new LinkedHashMap<>();

    /// An award as a cell names it.
    ///
    /// @param rank the rank within the name, where it has one
    record Named(AwardCode code, @Nullable Rank rank) {}

    AwardNames(Collection<AwardTypeDefined> catalogue) {
        catalogue.forEach(type -> byCode.put(type.code(), type));
        var aliases = ReferenceData.awardAliases();
        byCode.values()
                .forEach(type -> {
                    byName.put(Folding.letters(type.nameVi()), type);
                    add(type, aliases.getProperty(type.code().value()), "");
                    for (var level : UnitLevel.values()) {
                        add(type, aliases.getProperty(type.code() + "@" + level), "@" + level);
                    }
                });
        // Codes last: no name may hide one.
        byCode.values().forEach(type -> byName.put(Folding.letters(type.code().value()), type));
    }

    private void add(AwardTypeDefined type, @Nullable String aliases, String suffix) {
        if (aliases != null) {
            Lexicon.spellings(aliases)
                    .forEach(alias -> byName.put(Folding.letters(alias) + suffix, type));
        }
    }

    /// The award that a text names; `KHONG_RO` where it says so.
    ///
    /// @param level of the body that confers it, where known: *Giấy khen* alone means another award
    ///   at each
    Optional<Named> find(String text, @Nullable UnitLevel level) {
        if (text.equals(AwardCode.UNKNOWN.value()) || Lexicon.isWord("UNKNOWN", text)) {
            return Optional.of(new Named(AwardCode.UNKNOWN, null));
        }
        var whole = named(Folding.letters(text), level);
        if (whole.isPresent()) {
            return whole.map(type -> new Named(type.code(), null));
        }
        var ranked = RANKED.matcher(Folding.words(text));
        if (!ranked.matches()) {
            return Optional.empty();
        }
        var rank = Lexicon.value(Rank.class, ranked.group(2)).orElse(Rank.KHONG_RO);
        return named(Folding.letters(ranked.group(1)), level)
                .map(type -> new Named(type.code(), rank));
    }

    private Optional<AwardTypeDefined> named(String folded, @Nullable UnitLevel level) {
        var type = byName.get(folded);
        return type != null
                ? Optional.of(type)
                : Optional.ofNullable(byName.get(folded + "@" + level));
    }

    /// Every name in the catalogue, as it writes it.
    List<String> names() {
        return byCode.values().stream().map(AwardTypeDefined::nameVi).toList();
    }

    /// What a blank rank means: none where the award has none, else that the paper does not say.
    Rank blankRank(AwardCode award) {
        var type = byCode.get(award);
        return type != null && type.ranks().isEmpty() ? Rank.NONE : Rank.KHONG_RO;
    }
}
