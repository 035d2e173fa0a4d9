package vn.sovang.api.anomaly;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.anomaly.Anomalies;
import vn.sovang.projection.anomaly.AnomalyFilter;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.anomaly.AnomalyRule;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.projection.anomaly.Severity;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.UnitId;

/// Which findings somebody wants, as written in an address or on the command line. Blank is as good
/// as missing.
///
/// @param unit id of a unit
/// @param knownAt see [AskedMoment]
/// @param on day for which time limits are looked at; today without it
public record AnomalyQuestion(
        @Nullable String rule,
        @Nullable String severity,
        @Nullable String state,
        @Nullable String unit,
        @Nullable String knownAt,
        @Nullable String on) {
    /// Everything there is now.
    public static final AnomalyQuestion ALL =
            new AnomalyQuestion(null, null, null, null, null, null);

    private static final int USUAL_PAGE = 50;

    /// @throws Failure for the first value that cannot be used; `LEDGER_NOT_YET_OPEN`,
    ///   `BEYOND_THE_LOG`, `BEHIND` for a moment the ledger cannot speak of
    public AnomalyFilter filter(Anomalies anomalies) {
        var today = read("on", on, FailureCode.DATE_MALFORMED, Days::of);
        return new AnomalyFilter(
                read("rule", upper(rule), FailureCode.VALUE_UNKNOWN, AnomalyRule::valueOf),
                read("severity", upper(severity), FailureCode.VALUE_UNKNOWN, Severity::valueOf),
                read("unit", unit, FailureCode.ID_MALFORMED, UnitId::of),
                read("state", upper(state), FailureCode.VALUE_UNKNOWN, FindingState::valueOf),
                today == null ? Days.today() : today,
                AskedMoment.of(anomalies.moments(), knownAt).position());
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, FailureCode code, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.at(name, code, text).because(e);
        }
    }

    /// Rows wanted.
    ///
    /// @throws Failure `LIMIT_OUT_OF_RANGE`
    static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return USUAL_PAGE;
        }
        var limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Anomalies.MAX_PAGE) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return limit;
    }

    /// A page of findings.
    ///
    /// @throws Failure `CURSOR_MALFORMED`
    public static Page<AnomalyRow> page(
            Anomalies anomalies, AnomalyFilter filter, @Nullable String after, int limit) {
        var cursor = after == null || after.isBlank() ? null : after.strip();
        try {
            return anomalies.page(filter, cursor, limit);
        } catch (IllegalArgumentException e) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, String.valueOf(after))
                    .because(e);
        }
    }

    /// One finding.
    ///
    /// @throws Failure `ID_MALFORMED`, `ANOMALY_NOT_FOUND`
    public static AnomalyRow find(Anomalies anomalies, String key, AnomalyFilter asOf) {
        var finding = read("key", key, FailureCode.ID_MALFORMED, FindingKey::of);
        if (finding == null) {
            throw Failure.at("key", FailureCode.ID_MALFORMED, key);
        }
        return anomalies
                .one(finding, asOf)
                .orElseThrow(() -> Failure.of(FailureCode.ANOMALY_NOT_FOUND, "id", key));
    }
}
