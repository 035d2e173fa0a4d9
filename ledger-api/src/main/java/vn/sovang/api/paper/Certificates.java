package vn.sovang.api.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.paper.BlankLayouts.Blank;
import vn.sovang.api.paper.FittedText.Verdict;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.Provenance;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.DecisionRow;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.DecisionId;

/// The lines of a decision printed on blanks (*in bằng, giấy khen lên phôi*), all of one award at
/// once. What would not fit is told before anything is printed, and nothing is ever cut.
public final class Certificates {
    /// What is printed on: the other artifacts are struck or woven.
    static final Set<ArtifactKind> PRINTED =
            Set.of(ArtifactKind.BANG, ArtifactKind.BANG_CHUNG_NHAN, ArtifactKind.GIAY_KHEN);

    private static final int MAX_WORDS = 300;

    private final Ledger ledger;
    private final Projections projections;
    private final BlankLayouts layouts;

    public Certificates(Ledger ledger, Projections projections, BlankLayouts layouts) {
        this.ledger = ledger;
        this.projections = projections;
        this.layouts = layouts;
    }

    /// What is to be printed.
    ///
    /// @param award code of the award; may be absent where the decision confers one only
    /// @param artifact which of its artifacts; the first that is printed, where it is not said
    /// @param lines award lines; none for all of the decision
    /// @param merit for what, the same for all lines; null for nothing
    public record Wanted(
            DecisionId decision,
            @Nullable String award,
            @Nullable String artifact,
            List<AwardId> lines,
            @Nullable String merit) {
        public Wanted {
            lines = List.copyOf(lines);
        }
    }

    /// Why a line gets no sheet, or what had to be done to its texts.
    public enum Outcome {
        PRINTED,
        /// Some text wraps or is smaller.
        ADJUSTED,
        TOO_LONG,
        UNPRINTABLE,
        /// Annulled, stripped, or never on the paper.
        NOT_IN_FORCE,
        /// Rebuilt from the totals of a report (R6).
        RECONSTRUCTED,
        /// Erased, restricted, or never registered.
        NO_NAME
    }

    /// One line's sheet.
    ///
    /// @param adjusted fields that wrap, are smaller, or do not fit
    public record Sheet(
            AwardId award,
            int lineNumber,
            String name,
            Outcome outcome,
            List<BlankField> adjusted) {
        public Sheet {
            adjusted = List.copyOf(adjusted);
        }

        public boolean isPrinted() {
            return outcome == Outcome.PRINTED || outcome == Outcome.ADJUSTED;
        }
    }

    /// A print run: how each line fits, and the sheets of those that do.
    public static final class Run {
        private final Blank blank;
        private final int layoutVersion;
        private final List<Sheet> sheets;
        private final byte[] pdf;

        Run(Blank blank, int layoutVersion, List<Sheet> sheets, byte[] pdf) {
            this.blank = blank;
            this.layoutVersion = layoutVersion;
            this.sheets = List.copyOf(sheets);
            this.pdf = pdf.clone();
        }

        public Blank blank() {
            return blank;
        }

        /// 0 until the office has adjusted the layout.
        public int layoutVersion() {
            return layoutVersion;
        }

        public List<Sheet> sheets() {
            return sheets;
        }

        /// Whether every line in force has its sheet.
        public boolean isWhole() {
            return unfit() == 0;
        }

        long unfit() {
            return sheets.stream()
                    .filter(s ->
                            s.outcome() == Outcome.TOO_LONG || s.outcome() == Outcome.UNPRINTABLE)
                    .count();
        }

        public long printed() {
            return sheets.stream().filter(Sheet::isPrinted).count();
        }

        /// The sheets, to be laid in the printer.
        ///
        /// @throws Failure `CERTIFICATE_TEXT_TOO_LONG` where a text does not fit, `PAPER_EMPTY`
        ///   where no line gets a sheet
        public byte[] file() {
            if (!isWhole()) {
                throw Failure.of(
                        FailureCode.CERTIFICATE_TEXT_TOO_LONG, "count", Long.toString(unfit()));
            }
            if (printed() == 0) {
                throw Failure.of(FailureCode.PAPER_EMPTY);
            }
            return pdf.clone();
        }
    }

    /// @throws Failure `DECISION_NOT_FOUND`, `PAPER_EMPTY`, `LIST_TOO_LONG`, `VALUE_UNKNOWN`,
    ///   `PARAMETER_MISSING` where the decision confers several awards and none is named
    public Run run(Wanted wanted, PaperReader reader) {
        var merit = wanted.merit() == null ? "" : wanted.merit();
        if (merit.length() > MAX_WORDS || merit.chars().anyMatch(Character::isISOControl)) {
            throw Failure.at("merit", FailureCode.PARAMETER_MALFORMED, merit);
        }
        var book = new PaperBook(projections);
        var id = wanted.decision();
        var decision =
                book.register()
                        .decision(id)
                        .orElseThrow(() ->
                                Failure.of(FailureCode.DECISION_NOT_FOUND, "id", id.toString()));
        var rows = rows(wanted, reader, book);
        var type = type(wanted, rows, book);
        rows = rows.stream().filter(row -> row.line().award().equals(type.code())).toList();
        if (rows.isEmpty()) {
            throw Failure.of(FailureCode.PAPER_EMPTY);
        }
        var blank = new Blank(type.code(), artifact(wanted.artifact(), type));
        var people = rows.stream().map(row -> row.line().recipient()).toList();
        var names =
                OpenedNames.of(
                        ledger.identities(),
                        OpenedNames.rows(book.register(), people),
                        List.of(),
                        reader.unmasking(PaperTexts.text("purpose.certificates")));
        var layout = layouts.find(blank);
        try (var pdf = new CertificatePdf(layout.layout())) {
            var sheets = new ArrayList<Sheet>();
            for (var row : rows) {
                sheets.add(sheet(row, new Told(decision, names, merit, book), pdf));
            }
            return new Run(blank, layout.version(), sheets, pdf.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AwardRow> rows(Wanted wanted, PaperReader reader, PaperBook book) {
        var register = book.register();
        var seen = reader.scope().limit().map(register::within).orElse(register);
        var page = seen.awards(AwardFilter.of(wanted.decision()), null, PaperBook.MOST);
        if (page.next() != null && wanted.lines().isEmpty()) {
            throw Failure.of(FailureCode.LIST_TOO_LONG, "most", Integer.toString(PaperBook.MOST));
        }
        return page.rows().stream()
                .filter(row -> wanted.lines().isEmpty() || wanted.lines().contains(row.id()))
                .sorted(java.util.Comparator.comparingInt(AwardRow::lineNumber))
                .toList();
    }

    private static AwardTypeRow type(Wanted wanted, List<AwardRow> rows, PaperBook book) {
        var code = wanted.award();
        if (code == null || code.isBlank()) {
            var codes = rows.stream().map(row -> row.line().award()).distinct().toList();
            if (codes.isEmpty()) {
                throw Failure.of(FailureCode.PAPER_EMPTY);
            }
            if (codes.size() > 1) {
                throw Failure.at("award", FailureCode.PARAMETER_MISSING, "");
            }
            code = codes.getFirst().value();
        }
        return type(code, book);
    }

    /// @throws Failure `VALUE_UNKNOWN`
    static AwardTypeRow type(String code, PaperBook book) {
        return book.register().awardTypes().stream()
                .filter(type -> type.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> Failure.at("award", FailureCode.VALUE_UNKNOWN, code));
    }

    /// @throws Failure `VALUE_UNKNOWN` for what the award does not have, or nobody prints
    static ArtifactKind artifact(@Nullable String text, AwardTypeRow type) {
        return type.artifacts().stream()
                .filter(PRINTED::contains)
                .filter(kind -> text == null || text.isBlank() || kind.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Failure.at(
                                "artifact",
                                FailureCode.VALUE_UNKNOWN,
                                text == null ? type.code().value() : text));
    }

    private record Told(DecisionRow decision, OpenedNames names, String merit, PaperBook book) {}

    private static Sheet sheet(AwardRow row, Told told, CertificatePdf pdf) throws IOException {
        var person = row.line().recipient();
        var name = told.names().name(person);
        var hindrance = hindrance(row, told.names());
        if (hindrance != null) {
            return new Sheet(row.id(), row.lineNumber(), name, hindrance, List.of());
        }
        var fitted = pdf.fit(texts(row, told));
        var adjusted = new ArrayList<BlankField>();
        var outcome = Outcome.PRINTED;
        for (var text : fitted.entrySet()) {
            var verdict = text.getValue().verdict();
            if (verdict != Verdict.AS_IT_IS) {
                adjusted.add(text.getKey());
                outcome = worse(outcome, verdict);
            }
        }
        var sheet = new Sheet(row.id(), row.lineNumber(), name, outcome, adjusted);
        if (sheet.isPrinted()) {
            pdf.sheet(fitted, false);
        }
        return sheet;
    }

    private static Outcome worse(Outcome outcome, Verdict verdict) {
        return switch (verdict) {
            case AS_IT_IS -> outcome;
            case WRAPPED, SHRUNK -> outcome == Outcome.PRINTED ? Outcome.ADJUSTED : outcome;
            case TOO_LONG -> Outcome.TOO_LONG;
            case UNPRINTABLE -> Outcome.UNPRINTABLE;
        };
    }

    private static @Nullable Outcome hindrance(AwardRow row, OpenedNames names) {
        var provenance = row.provenance();
        if (row.status() != AwardStatus.IN_FORCE) {
            return Outcome.NOT_IN_FORCE;
        }
        if (provenance != null
                && provenance.source() == Provenance.Source.RECONSTRUCTED_FROM_REPORT) {
            return Outcome.RECONSTRUCTED;
        }
        return names.shows(row.line().recipient()) ? null : Outcome.NO_NAME;
    }

    private static Map<BlankField, String> texts(AwardRow row, Told told) {
        var book = told.book();
        var texts = new EnumMap<BlankField, String>(BlankField.class);
        texts.put(BlankField.NAME, told.names().name(row.line().recipient()));
        texts.put(BlankField.UNIT, book.unit(row.line().recipientUnit()));
        texts.put(BlankField.MERIT, told.merit());
        texts.put(BlankField.AWARD, book.award(row.line()));
        texts.put(
                BlankField.DECISION,
                PaperTexts.text(
                        "certificate.decision",
                        told.decision().number(),
                        PaperBook.longDay(row.decidedOn())));
        book.register().artifactsOf(row.id()).stream()
                .map(item -> item.goldenBook())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(book1 ->
                        texts.put(
                                BlankField.GOLDEN_BOOK,
                                PaperTexts.text("certificate.golden", book1)));
        texts.put(BlankField.DAY, day(row, book));
        var signer = told.decision().signer();
        texts.put(BlankField.SIGNER, signer == null ? "" : signer);
        return texts;
    }

    private static String day(AwardRow row, PaperBook book) {
        var place = book.register().unit(row.authority()).map(unit -> Office.of(unit).place());
        var day = PaperBook.longDay(row.decidedOn());
        return place.map(name -> PaperTexts.text("place.day", name, day)).orElse(day);
    }

    /// A test sheet: the sample texts in their places, with rulers if wanted.
    static byte[] test(BlankLayout layout, boolean grid) {
        var texts = new EnumMap<BlankField, String>(BlankField.class);
        for (var field : BlankField.values()) {
            texts.put(field, PaperTexts.text("sample." + field));
        }
        try (var pdf = new CertificatePdf(layout)) {
            pdf.sheet(pdf.fit(texts), grid);
            return pdf.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The blanks that the catalogue knows of.
    static List<Blank> blanks(PaperBook book) {
        var blanks = new ArrayList<Blank>();
        for (var type : book.register().awardTypes()) {
            type.artifacts().stream()
                    .filter(PRINTED::contains)
                    .forEach(kind -> blanks.add(new Blank(type.code(), kind)));
        }
        return blanks;
    }

    static Blank blank(String award, String artifact, PaperBook book) {
        var type = type(award, book);
        return new Blank(new AwardCode(type.code().value()), artifact(artifact, type));
    }
}
