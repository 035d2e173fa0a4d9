package vn.sovang.projection.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.founding.ReferenceData;
import vn.sovang.projection.search.Sought.Words;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.Rank;

/// What offices call awards beside their names in the catalogue (`reference/award-aliases`): *BK
/// CP*, *CSTĐCS*, *Huân chương lao động hạng 1*.
final class AwardNicknames {
    private static final Pattern RANKED =
            Pattern.compile("(.+?) hang (nhat|nhi|hai|ba|1|2|3|i|ii|iii)");

    private final List<Nickname> all =
            ReferenceData.awardAliases().stringPropertyNames().stream()
                    .flatMap(key -> nicknames(key, ReferenceData.awardAliases().getProperty(key)))
                    .toList();

    private record Nickname(String code, Forms forms) {}

    /// A question about an award of one rank.
    ///
    /// @param award the question without the rank
    record Ranked(Words award, Rank rank) {}

    private static Stream<Nickname> nicknames(String key, String names) {
        var code = key.replaceFirst("@.*", "");
        return Stream.of(names.split("\\|")).map(name -> new Nickname(code, Forms.of(name)));
    }

    /// Codes with how well their best nickname answers.
    Map<String, Integer> find(Words words) {
        var found = new HashMap<String, Integer>();
        var asked = words.asked();
        for (var nickname : all) {
            int rank = asked.rank(nickname.forms);
            if (rank < Search.NO_ANSWER) {
                found.merge(nickname.code, rank, Math::min);
            }
        }
        return found;
    }

    /// Empty for a question that names no rank.
    static Optional<Ranked> ranked(Words words) {
        var letters = RANKED.matcher(Folding.words(words.text()));
        var typed = words.text().split("\\s+");
        if (!letters.matches() || typed.length < 3) {
            return Optional.empty();
        }
        var award = String.join(" ", List.of(typed).subList(0, typed.length - 2));
        var rank = rank(letters.group(2));
        return rank == null ? Optional.empty() : Optional.of(new Ranked(new Words(award), rank));
    }

    private static @Nullable Rank rank(String word) {
        return switch (word) {
            case "nhat", "1", "i" -> Rank.HANG_NHAT;
            case "nhi", "hai", "2", "ii" -> Rank.HANG_NHI;
            case "ba", "3", "iii" -> Rank.HANG_BA;
            default -> null;
        };
    }
}
