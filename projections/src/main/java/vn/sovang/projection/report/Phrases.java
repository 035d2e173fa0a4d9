package vn.sovang.projection.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;

/// The phrase table (*bảng cụm từ*): award code → words of the report, in the order of the report.
///
/// A change of wording is a new file with a new version; reports say which they were written with.
final class Phrases {
    static final int VERSION = 1;

    private final List<Phrase> phrases;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /// Where a proposal is told, and in which order.
    enum Sentence {
        /// To the Government and the state.
        CENTRAL,
        /// To the province.
        PROVINCE,
        /// To the next higher unit.
        PARENT,
        /// Badges, of which the office speaks apart.
        BADGE,
        /// What a survey was about; no proposal.
        SURVEY
    }

    /// @param order place in the report
    /// @param lead word told once before the first phrase that has it (*danh hiệu*)
    /// @param tail told after the figures
    record Phrase(
            int order,
            Sentence sentence,
            AwardCode award,
            Set<CommendationType> types,
            String lead,
            String words,
            String tail) {
        boolean fits(AwardCode code, @Nullable CommendationType type) {
            return award.equals(code)
                    && sentence != Sentence.SURVEY
                    && (types.isEmpty() || (type != null && types.contains(type)));
        }
    }

    static Phrases load() {
        String file = "/report/report-phrases.v" + VERSION + ".csv";
        var stream = Phrases.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("missing from the jar: " + file);
        }
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Phrases(csv.stream().map(Phrases::phrase).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Phrase phrase(NamedCsvRecord row) {
        String types = row.getField("types");
        return new Phrase(
                Math.toIntExact(row.getStartingLineNumber()),
                Sentence.valueOf(row.getField("sentence")),
                new AwardCode(row.getField("award")),
                types.isEmpty()
                        ? Set.of()
                        : Arrays.stream(types.split("\\|"))
                                .map(CommendationType::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                row.getField("lead"),
                row.getField("phrase"),
                row.getField("tail"));
    }

    /// The phrase of an award; the catalogue's name, after all others, for one the table lacks.
    Phrase of(AwardCode code, @Nullable CommendationType type, String name, AwardLevel level) {
        return phrases.stream()
                .filter(phrase -> phrase.fits(code, type))
                .findFirst()
                .orElseGet(() ->
                        new Phrase(
                                Integer.MAX_VALUE, sentence(level), code, Set.of(), "", name, ""));
    }

    private static Sentence sentence(AwardLevel level) {
        return switch (level) {
            case NHA_NUOC, CHINH_PHU -> Sentence.CENTRAL;
            case BO_TINH -> Sentence.PROVINCE;
            case HUYEN, XA, CO_SO, KHONG_RO -> Sentence.PARENT;
        };
    }

    /// What a survey of an award's artifacts is about.
    String surveyed(AwardCode code, String name) {
        return phrases.stream()
                .filter(p -> p.sentence == Sentence.SURVEY && p.award.equals(code))
                .map(Phrase::words)
                .findFirst()
                .orElse(name);
    }
}
