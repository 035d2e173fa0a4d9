package vn.sovang.api.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import vn.sovang.api.text.Days;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.Provenance;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// The demonstration workbook: every figure of the first half of 2024 as rows of anonymous
/// recipients, decoys and edge days included (R6).
///
/// The report gives totals only. Days, symbols and recipients are invented and say so in every
/// sheet; what the report does not say stays *chưa rõ*. The bytes are the same each time, so that
/// the ledger recognises a second import of it.
public final class FixtureWorkbook {
    private static final String PROVINCE = "UBND tỉnh Ninh Thuận";
    private static final String PRIME_MINISTER = "Thủ tướng Chính phủ";

    /// Lines of one block of a decision that came in several sheets (R9).
    private static final int BLOCK = 150;

    private final List<FixtureFigure> figures = FixtureFigure.all();
    private final Map<String, AwardTypeDefined> awards = new HashMap<>();
    private final Map<RecipientKind, Integer> people = new EnumMap<>(RecipientKind.class);
    private final Map<String, List<Map<Heading, Object>>> linesByAward = new HashMap<>();
    private final List<Map<Heading, Object>> lists = new ArrayList<>();
    private final Map<String, Map<Heading, Object>> decisions = new LinkedHashMap<>();
    private final List<List<Map<Heading, Object>>> sheets =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<Map<Heading, Object>> reissues = new ArrayList<>();
    private final List<Map<Heading, Object>> surveys = new ArrayList<>();
    private int nominations;

    private FixtureWorkbook() {
        ReferenceData.awardTypes().forEach(type -> awards.put(type.code().value(), type));
    }

    /// Writes the workbook.
    public static void write(Path file) throws IOException {
        var fixture = new FixtureWorkbook();
        fixture.figures.forEach(fixture::take);
        fixture.markRepeatedNumbers();
        SheetWriter.write(file, fixture::write);
    }

    private void take(FixtureFigure figure) {
        switch (figure.act()) {
            case "proposed" -> nominate(figure, figure.document(), "");
            case "nomination filed, never submitted" -> nominate(figure, "", "");
            case "submitted and withdrawn before the list was sent" ->
                    nominate(figure, "", Days.shown(figure.day()));
            case "list of the first row forwarded by the province" -> forward(figure);
            case "base-level nominations of decided lines" -> nominateDecided(figure);
            case "decided" -> decide(figure);
            case "survey campaign opened" -> survey(figure);
            default -> reissue(figure);
        }
    }

    private void nominate(FixtureFigure figure, String list, String withdrawn) {
        for (int i = 0; i < figure.count(); i++) {
            var row = honour(figure, anyone(figure));
            row.put(Heading.NOMINATION_KEY, nextNomination());
            put(row, Heading.LIST_NUMBER, list);
            put(row, Heading.WITHDRAWN, withdrawn);
            put(row, Heading.TO, list.isEmpty() ? "" : PROVINCE);
            row.put(Heading.FROM, figure.authority());
            lists.add(row);
        }
    }

    /// The same nominations on the province's own list: they count for it, not again for the city.
    private void forward(FixtureFigure figure) {
        var first =
                lists.stream()
                        .filter(row -> figure.award().equals(row.get(Heading.AWARD)))
                        .filter(row -> row.containsKey(Heading.LIST_NUMBER))
                        .limit(figure.count())
                        .toList();
        for (var sent : first) {
            var row = new EnumMap<>(sent);
            row.put(Heading.LIST_NUMBER, figure.document());
            row.put(Heading.DATE, figure.day());
            row.put(Heading.FROM, figure.authority());
            row.put(Heading.TO, PRIME_MINISTER);
            lists.add(row);
        }
    }

    /// Nominations within the city, which decided lines answer: the first lines of the award.
    private void nominateDecided(FixtureFigure figure) {
        for (var line : linesOf(figure.award()).subList(0, figure.count())) {
            var key = nextNomination();
            line.put(Heading.NOMINATION_KEY, key);
            var row = honour(figure, line);
            row.put(Heading.NOMINATION_KEY, key);
            row.put(Heading.FROM, figure.authority());
            lists.add(row);
        }
    }

    private void decide(FixtureFigure figure) {
        var header = new EnumMap<Heading, Object>(Heading.class);
        header.put(Heading.DECISION_NUMBER, figure.document());
        header.put(Heading.DATE, figure.day());
        header.put(Heading.AUTHORITY, figure.authority());
        header.put(Heading.NOTE, Texts.stored("demo.note"));
        decisions.put(figure.document() + figure.day() + figure.authority(), header);
        boolean inBlocks = figure.note().contains("several sheets");
        for (int i = 0; i < figure.count(); i++) {
            var row = honour(figure, recipient(figure, i));
            row.put(Heading.DECISION_NUMBER, figure.document());
            linesOf(figure.award()).add(row);
            sheets.get(sheet(figure, inBlocks, i)).add(row);
        }
    }

    private int sheet(FixtureFigure figure, boolean inBlocks, int line) {
        if (inBlocks) {
            return line / BLOCK;
        }
        return figure.award().equals("TT_LDTT") ? 0 : sheets.size() - 1;
    }

    /// The eleven *chiến sĩ thi đua* are among the *lao động tiên tiến*, Luật Thi đua, khen thưởng
    /// 2022 Điều 23.1.
    private Map<Heading, Object> recipient(FixtureFigure figure, int line) {
        return figure.award().equals("CSTD_CO_SO") ? linesOf("LDTT").get(line) : anyone(figure);
    }

    private List<Map<Heading, Object>> linesOf(String award) {
        return linesByAward.computeIfAbsent(award, a -> new ArrayList<>());
    }

    private void reissue(FixtureFigure figure) {
        var kind = ReissueKind.valueOf(figure.act().replace("reissue list: ", ""));
        for (int i = 0; i < figure.count(); i++) {
            var row = anyone(figure);
            row.put(Heading.LIST_NUMBER, figure.document());
            row.put(Heading.DATE, figure.day());
            row.put(Heading.FROM, figure.authority());
            row.put(Heading.AWARD, Lexicon.spelling(ArtifactKind.KHONG_RO));
            row.put(Heading.ARTIFACT, Lexicon.spelling(ArtifactKind.KHONG_RO));
            row.put(Heading.COMMENDATION, Lexicon.spelling(CommendationType.KHANG_CHIEN));
            row.put(Heading.REQUEST, Lexicon.spelling(kind));
            if (kind == ReissueKind.FIRST_ISSUE) {
                row.put(Heading.READING, Lexicon.spelling(FirstIssueReading.KHONG_RO));
                row.put(Heading.SUGGESTED_READING, Lexicon.spelling(FirstIssueReading.KHEN_MOI));
                row.put(Heading.SUGGESTED_BY, "486/UBND-NV");
            }
            reissues.add(row);
        }
    }

    private void survey(FixtureFigure figure) {
        var row = new EnumMap<Heading, Object>(Heading.class);
        row.put(Heading.LETTER_NUMBER, figure.document());
        row.put(Heading.DATE, figure.day());
        row.put(Heading.UNIT, figure.authority());
        row.put(Heading.AWARD, figure.award());
        row.put(Heading.SUBJECT, figure.note());
        surveys.add(row);
    }

    /// A row about the recipient of another row, or about a new one.
    private Map<Heading, Object> honour(FixtureFigure figure, Map<Heading, Object> recipient) {
        var row = new EnumMap<Heading, Object>(Heading.class);
        row.put(Heading.RECIPIENT_KEY, value(recipient, Heading.RECIPIENT_KEY));
        row.put(Heading.NAME, value(recipient, Heading.NAME));
        row.put(Heading.KIND, value(recipient, Heading.KIND));
        row.put(Heading.DATE, figure.day());
        row.put(Heading.AWARD, figure.award());
        row.put(Heading.COMMENDATION, Lexicon.spelling(CommendationType.KHONG_RO));
        var type = awards.get(figure.award());
        if (type == null || !type.validOn(figure.day())) {
            row.put(Heading.AS_FOUND, Texts.stored("demo.outsideValidity"));
        }
        return row;
    }

    private Map<Heading, Object> anyone(FixtureFigure figure) {
        var kind =
                figure.kind().isEmpty()
                        ? RecipientKind.KHONG_RO
                        : RecipientKind.valueOf(figure.kind());
        var number = "%04d".formatted(people.merge(kind, 1, Integer::sum));
        var row = new EnumMap<Heading, Object>(Heading.class);
        row.put(Heading.RECIPIENT_KEY, Texts.stored("demo.key." + kind, number));
        row.put(Heading.NAME, Texts.stored("demo." + kind, number));
        if (kind != RecipientKind.KHONG_RO) {
            row.put(Heading.KIND, Lexicon.spelling(kind));
        }
        return row;
    }

    private String nextNomination() {
        return "N%04d".formatted(++nominations);
    }

    private static void put(Map<Heading, Object> row, Heading heading, String text) {
        if (!text.isEmpty()) {
            row.put(heading, text);
        }
    }

    /// Symbols were invented per figure, so some are used on two days: the later one is kept as
    /// found (R1).
    private void markRepeatedNumbers() {
        var used = new HashSet<String>();
        decisions.values().stream()
                .sorted((a, b) -> day(a).compareTo(day(b)))
                .filter(header -> !used.add(numberInYear(header)))
                .forEach(header -> header.put(Heading.AS_FOUND, Texts.stored("demo.sameNumber")));
    }

    private static String numberInYear(Map<Heading, Object> header) {
        var number = new DocumentNumber((String) value(header, Heading.DECISION_NUMBER)).folded();
        return header.get(Heading.AUTHORITY) + "/" + day(header).getYear() + "/" + number;
    }

    private static Object value(Map<Heading, Object> row, Heading heading) {
        return Objects.requireNonNull(row.get(heading), heading::name);
    }

    private static LocalDate day(Map<Heading, Object> row) {
        return (LocalDate) value(row, Heading.DATE);
    }

    private void write(Workbook workbook) {
        var origin = new EnumMap<Heading, Object>(Heading.class);
        origin.put(Heading.SOURCE, Lexicon.spelling(Provenance.Source.RECONSTRUCTED_FROM_REPORT));
        origin.put(Heading.CONFIDENCE, Lexicon.spelling(Provenance.Confidence.LOW));
        origin.put(Heading.NOTE, Texts.stored("demo.note"));
        write(workbook, SheetKind.ORIGIN, "", List.of(origin));
        write(workbook, SheetKind.LISTS, "", lists);
        write(workbook, SheetKind.DECISIONS, "", List.copyOf(decisions.values()));
        for (int i = 0; i < sheets.size(); i++) {
            write(workbook, SheetKind.LINES, " " + (i + 1), sheets.get(i));
        }
        write(workbook, SheetKind.REISSUES, "", reissues);
        write(workbook, SheetKind.SURVEYS, "", surveys);
    }

    private static void write(
            Workbook workbook, SheetKind kind, String suffix, List<Map<Heading, Object>> rows) {
        var sheet = new SheetWriter(workbook, kind, suffix, Texts.stored("demo.note"));
        int ordinal = 0;
        for (var row : rows) {
            ordinal++;
            if (kind.headings().contains(Heading.ORDINAL)) {
                row.put(Heading.ORDINAL, ordinal);
            }
            sheet.row(row);
        }
    }
}
