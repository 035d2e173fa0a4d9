package vn.sovang.api.statistics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.statistics.Breakdown;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.OfficialForm;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// What the command line asks beyond the half-year table: figures broken down, compared, traced to
/// their events, and the forms of the ministry.
public final class FigureDesk {
    private static final int EVENTS = 100;

    private final Figures figures;
    private final EventFeed feed;

    public FigureDesk(Figures figures, EventFeed feed) {
        this.figures = figures;
        this.feed = feed;
    }

    /// Figures in lines.
    ///
    /// @param recipients how many are behind each; null if nobody asked
    public record Lines(Answered answer, Breakdown breakdown, @Nullable List<Long> recipients) {}

    /// Events behind figures.
    ///
    /// @param next where the next page begins; null at the end
    public record Events(Answered answer, List<TracedEvent> events, @Nullable String next) {
        public String json() {
            return TraceJson.write(answer, events, next);
        }
    }

    /// A form and what it stands on.
    public record Form(OfficialForm form, Answered answer) {
        public String json() {
            return FormJson.write(form, answer);
        }
    }

    /// @param parameters see [FigureChoice]
    /// @throws Failure for whatever cannot be answered
    public Lines lines(
            StatisticsQuestion question, Map<String, List<String>> parameters, boolean distinct) {
        var choice = figures.choice(parameters);
        var answer = figures.ask(question);
        var breakdown = figures.breakdown(answer, choice);
        return new Lines(
                answer, breakdown, distinct ? figures.recipients(answer, breakdown) : null);
    }

    /// @param after `next` of the page before
    /// @throws Failure for whatever cannot be answered
    public Events events(
            StatisticsQuestion question,
            Map<String, List<String>> parameters,
            @Nullable String after,
            @Nullable String limit) {
        var choice = figures.choice(parameters);
        var answer = figures.ask(question);
        var page =
                figures.trace(
                        answer,
                        choice,
                        FigureChoice.cursor(after),
                        FigureChoice.limit(limit, EVENTS));
        return new Events(
                answer,
                TracedEvent.of(page, feed),
                page.next() == null ? null : page.next().toString());
    }

    /// Two periods or two moments; the authority is looked for once, in the first.
    ///
    /// @throws Failure for whatever cannot be answered
    public Comparison comparison(
            StatisticsQuestion question,
            StatisticsQuestion other,
            Map<String, List<String>> parameters) {
        var choice = figures.choice(parameters);
        var authority = figures.authority(question).orElse(null);
        var first = authority == null ? figures.ask(question) : figures.ask(question, authority);
        var second = authority == null ? figures.ask(other) : figures.ask(other, authority);
        return Comparison.of(first, second, choice.dimensions(), choice.selection());
    }

    /// @throws Failure `VALUE_UNKNOWN` for a form there is not
    public Form form(StatisticsQuestion question, String form) {
        var code =
                OfficialForm.Code.parse(form.strip())
                        .orElseThrow(() -> Failure.at("form", FailureCode.VALUE_UNKNOWN, form));
        var answer = figures.ask(question);
        return new Form(OfficialForm.of(code, answer), answer);
    }
}
