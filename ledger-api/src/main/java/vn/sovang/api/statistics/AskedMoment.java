package vn.sovang.api.statistics;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Moments.Behind;
import vn.sovang.projection.readmodel.Moments.BeyondTheLog;
import vn.sovang.projection.readmodel.Moments.Moment;
import vn.sovang.projection.readmodel.Moments.NotYetOpen;

/// The position a reader means by a text, or the failure that says why there is none.
public final class AskedMoment {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private AskedMoment() {}

    /// @param knownAt see [KnownAtText]
    /// @throws Failure `KNOWN_AT_MALFORMED`, `LEDGER_NOT_YET_OPEN`, `BEYOND_THE_LOG`, `BEHIND`
    public static Moment of(Moments moments, @Nullable String knownAt) {
        return switch (moments.find(KnownAtText.parse(knownAt), PATIENCE)) {
            case Moment moment -> moment;
            case NotYetOpen closed ->
                    throw Failure.of(
                            FailureCode.LEDGER_NOT_YET_OPEN,
                            "openedAt",
                            closed.openedAt() == null
                                    ? "?"
                                    : new VietnameseFormat().time(closed.openedAt()));
            case BeyondTheLog beyond ->
                    throw Failure.of(
                            FailureCode.BEYOND_THE_LOG,
                            Map.of(
                                    "asked", Long.toString(beyond.asked()),
                                    "head", Long.toString(beyond.head())));
            case Behind behind ->
                    throw Failure.of(
                            FailureCode.BEHIND,
                            Map.of(
                                    "asked", Long.toString(behind.asked()),
                                    "reached", Long.toString(behind.reached())));
        };
    }
}
