package vn.sovang.vocabulary;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an inspector's finding is about (*nội dung được kiểm tra*). Written as `event:<position>`,
/// `award:<id>`, `decision:<id>`, `artifact:<id>`,
/// `numbers:<authority>/<year>/<first>..<last>/<symbol>` or `anomaly:<key>`.
public sealed interface InspectedMatter {
    /// One event of the log, such as one that the sample drew.
    record OfEvent(long position) implements InspectedMatter {
        private static final long MAX_POSITION = 999_999_999_999_999_999L;

        public OfEvent {
            if (position < 1 || position > MAX_POSITION) {
                throw new IllegalValue("position", Long.toString(position));
            }
        }

        @Override
        public Set<String> tags() {
            return Set.of();
        }

        @Override
        public String toString() {
            return "event:" + position;
        }
    }

    /// One award line.
    record OfAward(AwardId award) implements InspectedMatter {
        @Override
        public Set<String> tags() {
            return Set.of(award.tag());
        }

        @Override
        public String toString() {
            return "award:" + award;
        }
    }

    /// One decision.
    record OfDecision(DecisionId decision) implements InspectedMatter {
        @Override
        public Set<String> tags() {
            return Set.of(decision.tag());
        }

        @Override
        public String toString() {
            return "decision:" + decision;
        }
    }

    /// One medal, certificate or badge.
    record OfItem(ArtifactId artifact) implements InspectedMatter {
        @Override
        public Set<String> tags() {
            return Set.of(artifact.tag());
        }

        @Override
        public String toString() {
            return "artifact:" + artifact;
        }
    }

    /// Decision numbers of the gap list: missing, twice, or out of order.
    ///
    /// @param first number
    /// @param last number, included
    /// @param symbol such as `QĐ-UBND`; may be empty
    record OfNumbers(UnitId authority, int year, int first, int last, String symbol)
            implements InspectedMatter {
        private static final int MAX_SYMBOL = 60;
        private static final int MAX_NUMBER = 999_999_999;

        public OfNumbers {
            symbol = symbol.isEmpty() ? symbol : Text.of("symbol", symbol);
            if (symbol.length() > MAX_SYMBOL) {
                throw new IllegalValue("symbol", "longer than " + MAX_SYMBOL);
            }
            if (year < 1000 || year > 9999) {
                throw new IllegalValue("year", Integer.toString(year));
            }
            if (first < 0 || last < first || last > MAX_NUMBER) {
                throw new IllegalValue("numbers", first + ".." + last);
            }
        }

        @Override
        public Set<String> tags() {
            return Set.of(authority.tag());
        }

        @Override
        public String toString() {
            return "numbers:%s/%d/%d..%d/%s".formatted(authority, year, first, last, symbol);
        }
    }

    /// A finding of the rules.
    record OfAnomaly(FindingKey anomaly) implements InspectedMatter {
        @Override
        public Set<String> tags() {
            return Set.of(anomaly.tag(), anomaly.thing());
        }

        @Override
        public String toString() {
            return "anomaly:" + anomaly;
        }
    }

    /// Tags under which the story of the thing is told.
    Set<String> tags();

    /// Reads what `toString` writes.
    ///
    /// @throws IllegalValue for anything else
    static InspectedMatter of(String text) {
        if (text.startsWith("anomaly:")) {
            return new OfAnomaly(FindingKey.of(text.substring("anomaly:".length())));
        }
        var matcher = Shape.MATTER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalValue("matter", "not what a finding can be about: " + text);
        }
        return Shape.read(matcher);
    }

    /// How matters are written.
    final class Shape {
        private static final String ID =
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
        private static final Pattern MATTER =
                Pattern.compile(
                        ("event:(?<event>[0-9]{1,18})|award:(?<award>%1$s)"
                                        + "|decision:(?<decision>%1$s)|artifact:(?<item>%1$s)"
                                        + "|numbers:(?<unit>%1$s)/(?<year>[0-9]{4})"
                                        + "/(?<first>[0-9]{1,9})\\.\\.(?<last>[0-9]{1,9})"
                                        + "/(?<symbol>.{0,60})")
                                .formatted(ID));

        private Shape() {}

        private static InspectedMatter read(Matcher it) {
            if (it.group("event") != null) {
                return new OfEvent(Long.parseLong(it.group("event")));
            }
            if (it.group("award") != null) {
                return new OfAward(AwardId.of(it.group("award")));
            }
            if (it.group("decision") != null) {
                return new OfDecision(DecisionId.of(it.group("decision")));
            }
            if (it.group("item") != null) {
                return new OfItem(ArtifactId.of(it.group("item")));
            }
            return new OfNumbers(
                    UnitId.of(it.group("unit")),
                    Integer.parseInt(it.group("year")),
                    Integer.parseInt(it.group("first")),
                    Integer.parseInt(it.group("last")),
                    it.group("symbol"));
        }
    }
}
