package vn.sovang.founding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.LegalTopic;
import vn.sovang.vocabulary.PriorityRule;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;
import vn.sovang.vocabulary.WorkingCalendar;

/// What ships with the program: the award catalogue (71 codes) and what offices call its awards,
/// the texts of law, the units of Phan Rang–Tháp Chàm and what became of them, as files that people
/// can read and correct.
public final class ReferenceData {
    private static final List<Rank> RANKS = List.of(Rank.HANG_NHAT, Rank.HANG_NHI, Rank.HANG_BA);

    private ReferenceData() {}

    /// One unit as it is registered.
    ///
    /// @param legalBasis number of the paper that made it, where known
    public record UnitRow(
            UnitId unit,
            String name,
            String authorityName,
            UnitLevel level,
            @Nullable UnitId parent,
            @Nullable String statisticalCode,
            @Nullable LocalDate existsFrom,
            @Nullable String legalBasis) {}

    /// One thing that became of a unit.
    ///
    /// @param event with the identities of `unit-history.csv`
    /// @param document number of the paper that says so
    /// @param documentDate its day, where known
    public record UnitChange(
            LocalDate day, UnitEvent event, String document, @Nullable LocalDate documentDate) {}

    /// The award types of `award-catalogue.csv`, in file order.
    public static List<AwardTypeDefined> awardTypes() {
        return rows("award-catalogue.csv", ReferenceData::awardType);
    }

    /// The units of `units.csv`, in file order: superiors before their parts.
    public static List<UnitRow> units() {
        return rows("units.csv", ReferenceData::unit);
    }

    /// The time limits of `statutory-clocks.csv`, in file order.
    public static List<StatutoryClock> clocks() {
        return rows(
                "statutory-clocks.csv",
                row ->
                        new StatutoryClock(
                                StatutoryClock.Step.valueOf(row.getField("step")),
                                level(row),
                                Integer.parseInt(row.getField("days")),
                                StatutoryClock.Counted.valueOf(row.getField("counted")),
                                date(row, "valid_from"),
                                date(row, "valid_to"),
                                row.getField("basis"),
                                text(row, "check")));
    }

    private static @Nullable UnitLevel level(NamedCsvRecord row) {
        var level = text(row, "level");
        return level == null ? null : UnitLevel.valueOf(level);
    }

    /// The days of `working-days.csv` that are not what their day of the week says.
    public static List<WorkingCalendar.Day> workingDays() {
        return rows(
                "working-days.csv",
                row ->
                        new WorkingCalendar.Day(
                                LocalDate.parse(row.getField("day")),
                                WorkingCalendar.Day.Kind.valueOf(row.getField("kind")),
                                row.getField("name"),
                                row.getField("basis"),
                                text(row, "check")));
    }

    /// The rules of `priority-rules.csv`, in file order.
    public static List<PriorityRule> priorityRules() {
        return rows(
                "priority-rules.csv",
                row ->
                        new PriorityRule(
                                row.getField("code"),
                                Integer.parseInt(row.getField("minimum_age")),
                                date(row, "valid_from"),
                                date(row, "valid_to"),
                                row.getField("basis"),
                                text(row, "check")));
    }

    /// What became of them, from `unit-history.csv`, by day.
    public static List<UnitChange> unitHistory() {
        return rows("unit-history.csv", ReferenceData::unitChange);
    }

    /// The texts of law, from `legal-texts.csv`.
    public static List<LegalTextDefined> legalTexts() {
        return rows("legal-texts.csv", ReferenceData::legalText);
    }

    /// Other names of award types, from `award-aliases.properties`: by code, or by `code@LEVEL` for
    /// what a name means from a body of that level; spellings with `|` between them.
    public static Properties awardAliases() {
        var aliases = new Properties();
        try (var in = open("award-aliases.properties")) {
            aliases.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return aliases;
    }

    private static UnitChange unitChange(NamedCsvRecord row) {
        var unit = UnitId.of(row.getField("unit"));
        var others = list(row, "others", UnitId::of);
        var event =
                switch (row.getField("act")) {
                    case "MERGED" -> new UnitMerged(unit, others.getFirst());
                    case "RECODED" -> new UnitRecoded(unit, text(row, "statistical_code"));
                    case "SPLIT" ->
                            new UnitSplit(unit, parts(others, list(row, "extents", e -> e)));
                    case "ABOLISHED" -> new UnitAbolished(unit, others);
                    case String act -> throw new IllegalStateException("act: " + act);
                };
        return new UnitChange(
                LocalDate.parse(row.getField("day")),
                event,
                row.getField("document"),
                date(row, "document_date"));
    }

    private static List<UnitSplit.Part> parts(List<UnitId> successors, List<String> extents) {
        return IntStream.range(0, successors.size())
                .mapToObj(i -> new UnitSplit.Part(successors.get(i), extents.get(i)))
                .toList();
    }

    private static LegalTextDefined legalText(NamedCsvRecord row) {
        return new LegalTextDefined(
                row.getField("code"),
                row.getField("number"),
                row.getField("title"),
                LocalDate.parse(row.getField("from")),
                date(row, "until"),
                list(row, "provisions", ReferenceData::provision),
                text(row, "check"));
    }

    private static LegalTextDefined.Provision provision(String field) {
        int equals = field.indexOf('=');
        return new LegalTextDefined.Provision(
                LegalTopic.valueOf(field.substring(0, equals)), field.substring(equals + 1));
    }

    private static AwardTypeDefined awardType(NamedCsvRecord row) {
        return new AwardTypeDefined(
                new AwardCode(row.getField("code")),
                row.getField("family"),
                row.getField("name_vi"),
                text(row, "name_en"),
                AwardLevel.valueOf(row.getField("level")),
                text(row, "decided_by"),
                list(row, "recipients", RecipientKind::valueOf),
                ranks(row.getField("ranks")),
                row.getField("posthumous"),
                list(row, "artifacts", ArtifactKind::valueOf),
                list(row, "accessories", Function.identity()),
                row.getField("state_level"),
                text(row, "prize_multiple"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                text(row, "basis"),
                text(row, "check"),
                text(row, "note"));
    }

    private static UnitRow unit(NamedCsvRecord row) {
        return new UnitRow(
                UnitId.of(row.getField("unit")),
                row.getField("name"),
                row.getField("authority_name"),
                UnitLevel.valueOf(row.getField("level")),
                unitId(row, "parent"),
                text(row, "statistical_code"),
                date(row, "exists_from"),
                text(row, "legal_basis"));
    }

    /// `1-3` means three ranks, `1-2` two, blank none.
    private static List<Rank> ranks(String field) {
        return switch (field) {
            case "" -> List.of();
            case "1-2" -> RANKS.subList(0, 2);
            case "1-3" -> RANKS;
            default -> throw new IllegalStateException("ranks: " + field);
        };
    }

    private static <T> List<T> list(NamedCsvRecord row, String field, Function<String, T> each) {
        var text = row.getField(field);
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split("\\|")).map(String::strip).map(each).toList();
    }

    private static @Nullable String text(NamedCsvRecord row, String field) {
        var text = row.getField(field).strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(NamedCsvRecord row, String field) {
        var text = text(row, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable UnitId unitId(NamedCsvRecord row, String field) {
        var text = text(row, field);
        return text == null ? null : UnitId.of(text);
    }

    private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> each) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(open(file))) {
            return csv.stream().map(each).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStreamReader open(String file) {
        var stream = ReferenceData.class.getResourceAsStream("/reference/" + file);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + file);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
