package vn.sovang.api.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.paper.Paper.Cell.Words;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.decider.Origin;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.UnitId;

/// The register as one paper reads it: one position, names of units and awards, Vietnamese words.
final class PaperBook {
    /// Rows of one paper; more would be read by nobody.
    static final int MOST = 500;

    private final Register register;
    private final long position;
    private final @Nullable Instant recordedAt;
    private final LocalDate today = LocalDate.ofInstant(Instant.now(), Origin.VIETNAM);
    private final Messages words = Messages.in(Messages.VIETNAMESE);
    private final VietnameseFormat format = new VietnameseFormat();
    private final Map<AwardCode, AwardTypeRow> types = new HashMap<>();

    PaperBook(Projections projections) {
        var now = AskedMoment.of(projections.register().moments(), null);
        this.position = now.position();
        this.recordedAt = now.recordedAt();
        this.register = projections.register().asOf(now.position());
        register.awardTypes().forEach(type -> types.put(type.code(), type));
    }

    Register register() {
        return register;
    }

    long position() {
        return position;
    }

    /// The day on which the paper is drawn up, in Vietnam.
    LocalDate today() {
        return today;
    }

    /// What a reader must know first where the ledger holds what was rebuilt from the totals of a
    /// report (R6): rows do not tell, so the whole ledger is asked.
    @Nullable String notice(@Nullable String other) {
        if (!register.holdsRebuilt()) {
            return other;
        }
        var rebuilt = PaperTexts.text("rebuilt.notice");
        return other == null ? rebuilt : rebuilt + " " + other;
    }

    String source() {
        return PaperTexts.text("source", format.time(recordedAt));
    }

    /// @throws Failure `UNIT_NOT_FOUND`
    Office office(UnitId id) {
        return Office.of(
                register.unit(id)
                        .orElseThrow(
                                () -> Failure.of(FailureCode.UNIT_NOT_FOUND, "id", id.toString())));
    }

    /// Name of the deciding body; dots for none.
    String body(@Nullable UnitId id) {
        return id == null
                ? PaperTexts.text("dots")
                : register.unit(id).map(UnitRow::authorityName).orElse(id.toString());
    }

    /// Name of the unit itself; nothing for none.
    String unit(@Nullable UnitId id) {
        return id == null ? "" : register.unit(id).map(UnitRow::name).orElse("");
    }

    String award(AwardLine line) {
        return award(line.award(), line.rank());
    }

    String award(AwardCode code, Rank rank) {
        var type = types.get(code);
        var name =
                type != null
                        ? type.nameVi()
                        : code.equals(AwardCode.UNKNOWN)
                                ? PaperTexts.text("award.unknown")
                                : code.value();
        return rank == Rank.NONE ? name : name + " " + word(rank);
    }

    String award(AwardCode code) {
        return award(code, Rank.NONE);
    }

    @Nullable AwardTypeRow type(AwardCode code) {
        return types.get(code);
    }

    String word(Enum<?> value) {
        return words.of(value);
    }

    String rule(String code) {
        return words.rule(code);
    }

    /// `05`, and `1.060`.
    String count(long value) {
        return format.count(value);
    }

    /// `04/6/2024`; nothing for no day.
    String day(@Nullable LocalDate day) {
        return day == null ? "" : format.documentDate(day);
    }

    /// `ngày 04 tháng 6 năm 2024`.
    static String longDay(LocalDate day) {
        var month = day.getMonthValue();
        return PaperTexts.text(
                "long.day",
                "%02d".formatted(day.getDayOfMonth()),
                month <= 2 ? "0" + month : Integer.toString(month),
                day.getYear());
    }

    /// The signed paper that a draft became; null where nothing is signed.
    static Document.@Nullable Paper signed(Document document) {
        return document instanceof Document.Paper paper && paper.date() != null ? paper : null;
    }

    static Words words(String text) {
        return new Words(text);
    }
}
