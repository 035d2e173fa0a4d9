package vn.sovang.projection.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Words and parts of numbers as PostgreSQL's indexes hold them (`tsvector`, `text[]`).
final class Lexemes {
    /// From here on a part of a number is no accident.
    private static final int PART = 3;

    /// Code points of a word that are indexed: PostgreSQL takes 2,046 bytes.
    private static final int LONGEST = 500;

    /// In no number: what nothing has.
    private static final List<String> NOTHING = List.of("-");

    private Lexemes() {}

    /// Words of a text, as a `tsvector` is written. They are letters and digits only, which have no
    /// meaning there.
    static String vector(String letters) {
        return List.of(letters.strip().split(" ")).stream()
                .map(Lexemes::shortened)
                .collect(Collectors.joining(" "));
    }

    /// All of the words, as a `tsquery` is written.
    ///
    /// @param begun whether the last may be the beginning of a word
    static String query(List<String> words, boolean begun) {
        return words.stream().map(Lexemes::shortened).collect(Collectors.joining(" & "))
                + (begun ? ":*" : "");
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }

    /// What a number has to have if it has this part.
    static List<String> soughtParts(String compact) {
        return compact.length() < PART ? NOTHING : parts(compact);
    }

    /// Every three characters that follow each other.
    static List<String> parts(String compact) {
        return IntStream.rangeClosed(0, compact.length() - PART)
                .mapToObj(at -> compact.substring(at, at + PART))
                .distinct()
                .toList();
    }
}
