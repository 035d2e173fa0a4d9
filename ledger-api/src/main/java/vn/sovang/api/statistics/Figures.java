package vn.sovang.api.statistics;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.decider.Origin;
import vn.sovang.projection.Projections;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.report.ReportAnswer;
import vn.sovang.projection.statistics.Breakdown;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.StatisticsAnswer;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.TracePage;
import vn.sovang.projection.statistics.TracePage.Cursor;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Answers questions for figures.
public final class Figures {
    private final Projections projections;
    private final @Nullable Checkpoints checkpoints;

    /// Without a log to compare checkpoints with: moments are positions and instants only.
    public Figures(Projections projections) {
        this.projections = projections;
        this.checkpoints = null;
    }

    public Figures(Projections projections, Ledger ledger) {
        this.projections = projections;
        this.checkpoints = new Checkpoints(ledger.published());
    }

    /// The figures asked for; of all authorities if none is named.
    ///
    /// @throws Failure for whatever cannot be answered, with the parameter at fault
    public Answered ask(StatisticsQuestion question) {
        var authority = authority(question);
        return figures(question, authority.orElse(null));
    }

    /// The same of one authority.
    public Answered ask(StatisticsQuestion question, UnitId authority) {
        return figures(question, authority);
    }

    private Answered figures(StatisticsQuestion question, @Nullable UnitId authority) {
        return answered(
                projections
                        .statistics()
                        .ask(
                                new StatisticsQuery(
                                        question.readPolicy(),
                                        question.readPeriod(),
                                        authority,
                                        knownAt(question),
                                        question.readView(),
                                        question.readUnits(),
                                        question.readOfficeKnewAt())));
    }

    /// The moment a question means: a checkpoint where the text is one.
    private KnownAt knownAt(StatisticsQuestion question) {
        return moment(question.knownAt());
    }

    /// The moment that a text means, see [KnownAtText]; or a checkpoint that somebody kept.
    ///
    /// @throws Failure `KNOWN_AT_MALFORMED`, `CHECKPOINT_DIFFERS`, `BEYOND_THE_LOG`
    public KnownAt moment(@Nullable String text) {
        return checkpoints == null
                ? KnownAtText.parse(text)
                : checkpoints.read(text).orElseGet(() -> KnownAtText.parse(text));
    }

    /// The figures of an answer that somebody chose, in lines.
    Breakdown breakdown(Answered answer, FigureChoice choice) {
        return Breakdown.of(answer, choice.dimensions(), choice.selection());
    }

    /// What somebody chose, with units by name or id.
    ///
    /// @throws Failure for what cannot be read
    FigureChoice choice(Map<String, List<String>> parameters) {
        return FigureChoice.read(parameters, this::value);
    }

    private String value(Dimension dimension, String text) {
        return switch (dimension) {
            case AWARD -> award(text);
            case RANK -> name(Rank.class, dimension, text);
            case LEVEL -> name(AwardLevel.class, dimension, text);
            case RECIPIENT_KIND -> name(RecipientKind.class, dimension, text);
            case COMMENDATION_TYPE -> name(CommendationType.class, dimension, text);
            case REISSUE_KIND -> name(ReissueKind.class, dimension, text);
            case ARTIFACT_KIND -> name(ArtifactKind.class, dimension, text);
            case RECIPIENT_CLASS ->
                    throw Failure.at(dimension.field(), FailureCode.VALUE_UNKNOWN, text);
            case AUTHORITY, PROPOSING_UNIT, RECIPIENT_UNIT -> unit(dimension, text);
        };
    }

    private static String award(String text) {
        try {
            return new AwardCode(text.toUpperCase(Locale.ROOT)).value();
        } catch (IllegalArgumentException e) {
            throw Failure.at("award", FailureCode.VALUE_UNKNOWN, text).because(e);
        }
    }

    private static <E extends Enum<E>> String name(
            Class<E> type, Dimension dimension, String text) {
        return FigureChoice.constant(type, dimension.field(), text).name();
    }

    private String unit(Dimension dimension, String text) {
        var units = matching(text);
        if (units.size() != 1) {
            throw Failure.at(dimension.field(), FailureCode.AUTHORITY_UNKNOWN, text);
        }
        return units.getFirst().id().toString();
    }

    /// A page of the events behind the figures somebody chose.
    TracePage trace(Answered answer, FigureChoice choice, Cursor after, int limit) {
        var cells = answer.cells().stream().filter(choice.selection()::holds).toList();
        return projections.statistics().trace(answer, cells, after, limit);
    }

    /// How many recipients are behind each line.
    List<Long> recipients(Answered answer, Breakdown breakdown) {
        return projections.statistics().recipients(answer, breakdown);
    }

    /// The report of one authority on the period, which is always restated.
    ///
    /// @throws Failure for whatever cannot be answered
    public HalfYearReport report(StatisticsQuestion question, UnitId authority) {
        var answer =
                projections
                        .reports()
                        .of(
                                authority,
                                question.readPolicy(),
                                question.readPeriod(),
                                knownAt(question));
        return switch (answer) {
            case ReportAnswer.Written written -> written.report();
            case ReportAnswer.NoFigures none ->
                    throw new IllegalStateException("no report but " + answered(none.why()));
            case ReportAnswer.UnknownAuthority unknown ->
                    throw Failure.at(
                            "authority", FailureCode.AUTHORITY_UNKNOWN, unknown.asked().toString());
        };
    }

    /// Whether any of the authority's decisions in the period was rebuilt from a report: then
    /// whatever is made from the figures says so (R6).
    public boolean isReconstructed(UnitId authority, Answered answer) {
        return projections.register().holdsRebuilt(authority, answer.from(), answer.to());
    }

    /// The figures of an answer.
    ///
    /// @throws Failure that says why there are none
    public static Answered answered(StatisticsAnswer answer) {
        return switch (answer) {
            case Answered figures -> figures;
            case StatisticsAnswer.NotYetOpen closed ->
                    throw Failure.of(
                            FailureCode.LEDGER_NOT_YET_OPEN,
                            "openedAt",
                            closed.openedAt() == null
                                    ? "?"
                                    : new VietnameseFormat().time(closed.openedAt()));
            case StatisticsAnswer.BeyondTheLog beyond ->
                    throw Failure.of(
                            FailureCode.BEYOND_THE_LOG,
                            Map.of(
                                    "asked", Long.toString(beyond.asked()),
                                    "head", Long.toString(beyond.head())));
            case StatisticsAnswer.Behind behind ->
                    throw Failure.of(
                            FailureCode.BEHIND,
                            Map.of(
                                    "asked", Long.toString(behind.asked()),
                                    "reached", Long.toString(behind.reached())));
        };
    }

    /// The authority a question names, by id, by the name of its deciding body or by its own name;
    /// empty if it names none. Of several of one name, the one that existed in the period.
    ///
    /// @throws Failure `AUTHORITY_UNKNOWN`, `AUTHORITY_AMBIGUOUS`
    public Optional<UnitId> authority(StatisticsQuestion question) {
        var text = question.authority();
        if (text == null || text.isBlank() || FigureChoice.isUnknown(text.strip())) {
            return Optional.empty();
        }
        var units = matching(text.strip());
        if (units.isEmpty()) {
            throw Failure.at("authority", FailureCode.AUTHORITY_UNKNOWN, text);
        }
        if (units.size() > 1) {
            units = existing(units, question.readPeriod().days(question.readPolicy()));
        }
        if (units.size() != 1) {
            throw Failure.of(
                    FailureCode.AUTHORITY_AMBIGUOUS,
                    Map.of(
                            "value",
                            text,
                            "units",
                            units.stream()
                                    .map(u -> u.id().toString())
                                    .collect(Collectors.joining(", "))));
        }
        return Optional.of(units.getFirst().id());
    }

    private List<UnitRow> matching(String text) {
        var register = projections.register();
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return register.unit(new UnitId(UUID.fromString(text))).stream().toList();
        }
        var wanted = folded(text);
        var all = register.units();
        var named = all.stream().filter(u -> folded(u.authorityName()).equals(wanted)).toList();
        return named.isEmpty()
                ? all.stream().filter(u -> folded(u.name()).equals(wanted)).toList()
                : named;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-–]+", " ")
                .strip();
    }

    private static List<UnitRow> existing(List<UnitRow> units, Period.Interval days) {
        return units.stream()
                .filter(u -> u.existsFrom() == null || !u.existsFrom().isAfter(days.to()))
                .filter(u -> u.endedOn() == null || u.endedOn().isAfter(days.from()))
                .toList();
    }

    /// Whose report to show where no authority is named: the one with the most lines in the period,
    /// else in the half-year of the newest decision; empty for an empty ledger.
    public Optional<UnitId> mainAuthority(StatisticsQuestion question) {
        var named = authority(question);
        if (named.isPresent()) {
            return named;
        }
        var inPeriod = busiest(figures(question, null).cells());
        var last = new StatisticsQuestion(lastPeriod(), null, null, null, null);
        return inPeriod.isPresent() ? inPeriod : busiest(figures(last, null).cells());
    }

    /// The half-year of the newest decision; this one for an empty register.
    String lastPeriod() {
        var newest = projections.register().awards(AwardFilter.ALL, null, 1).rows();
        var day =
                newest.isEmpty()
                        ? LocalDate.now(Clock.system(Origin.VIETNAM))
                        : newest.getFirst().decidedOn();
        return day.getYear() + (day.getMonthValue() <= 6 ? "-H1" : "-H2");
    }

    private static Optional<UnitId> busiest(List<Cell> cells) {
        var lines = new HashMap<UnitId, Long>();
        for (var cell : cells) {
            if (cell.authority() != null
                    && (cell.measure() == Measure.PROPOSED || cell.measure() == Measure.DECIDED)) {
                lines.merge(cell.authority().id(), cell.count(), Long::sum);
            }
        }
        return lines.entrySet().stream()
                .max(
                        Map.Entry.<UnitId, Long>comparingByValue()
                                .thenComparing(e -> e.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /// The authorities a reader may choose, highest level first.
    List<UnitRow> authorities() {
        return projections.register().units();
    }
}
