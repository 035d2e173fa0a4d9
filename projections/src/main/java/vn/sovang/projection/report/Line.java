package vn.sovang.projection.report;

import java.util.ArrayList;
import vn.sovang.projection.report.Phrases.Phrase;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;

/// A phrase at a stage with its figures.
///
/// @param resistance for the resistance wars: second paragraph
record Line(Measure stage, Phrase phrase, AwardLevel level, boolean resistance, Counts counts) {
    static Line of(Cell cell, Phrases phrases) {
        return new Line(
                cell.measure(),
                phrases.of(cell.award(), cell.commendationType(), cell.awardName(), cell.level()),
                cell.level(),
                cell.commendationType() == CommendationType.KHANG_CHIEN,
                counts(cell));
    }

    private static Counts counts(Cell cell) {
        RecipientKind kind = cell.recipientKind();
        return new Counts(
                kind == RecipientKind.COLLECTIVE ? cell.count() : 0,
                kind == RecipientKind.INDIVIDUAL ? cell.count() : 0,
                kind == RecipientKind.HOUSEHOLD ? cell.count() : 0);
    }

    boolean sameRow(Line other) {
        return stage == other.stage
                && phrase.equals(other.phrase)
                && level == other.level
                && resistance == other.resistance;
    }

    Line plus(Line other) {
        return new Line(stage, phrase, level, resistance, counts.plus(other.counts));
    }

    ReportRow row() {
        return new ReportRow(stage, level, phrase.award(), phrase.words(), resistance, counts);
    }

    /// `Bằng khen 13 tập thể, 12 cá nhân`: a kind without lines drops with its comma.
    String text() {
        var parts = new ArrayList<String>();
        part(parts, counts.collectives(), "tập thể");
        part(parts, counts.individuals(), "cá nhân");
        part(parts, counts.households(), "hộ gia đình");
        String figures = phrase.words() + " " + String.join(", ", parts);
        return phrase.tail().isEmpty() ? figures : figures + " " + phrase.tail();
    }

    private static void part(ArrayList<String> parts, long count, String kind) {
        if (count != 0) {
            parts.add(VietnameseNumbers.count(count) + " " + kind);
        }
    }
}
