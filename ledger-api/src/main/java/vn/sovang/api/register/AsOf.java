package vn.sovang.api.register;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.api.statistics.KnownAtText;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.Projections;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.statistics.Statistics;

/// Finds the moment that a reader of register and histories asks about.
@Component
class AsOf {
    private final Projections projections;

    AsOf(Projections projections) {
        this.projections = projections;
    }

    /// @param parameter its name in the address, for the failure
    /// @param text see [KnownAtText]
    /// @throws Failure `KNOWN_AT_MALFORMED`, `LEDGER_NOT_YET_OPEN`, `BEYOND_THE_LOG`, `BEHIND`
    View at(String parameter, @Nullable String text) {
        Moments.Moment moment = moment(parameter, text);
        if (!projections.awaitPosition(moment.position(), Statistics.PATIENCE)) {
            throw behind(moment.position(), projections.positions().getOrDefault("history", 0L));
        }
        return new View(
                moment.position(),
                moment.recordedAt(),
                moment.provisional(),
                projections.register().asOf(moment.position()));
    }

    /// The same for a page of a list, which stays at the moment of its first page.
    View forPage(String parameter, @Nullable String text, @Nullable String cursor) {
        var began = cursor == null ? Optional.<Long>empty() : Register.positionOf(cursor);
        return at(parameter, began.map(String::valueOf).orElse(text));
    }

    private Moments.Moment moment(String parameter, @Nullable String text) {
        var found = projections.register().find(known(parameter, text), Statistics.PATIENCE);
        return switch (found) {
            case Moments.Moment moment -> moment;
            case Moments.NotYetOpen closed ->
                    throw Failure.of(
                            FailureCode.LEDGER_NOT_YET_OPEN,
                            "openedAt",
                            closed.openedAt() == null
                                    ? "?"
                                    : new VietnameseFormat().time(closed.openedAt()));
            case Moments.BeyondTheLog beyond ->
                    throw Failure.of(
                            FailureCode.BEYOND_THE_LOG,
                            Map.of(
                                    "asked", Long.toString(beyond.asked()),
                                    "head", Long.toString(beyond.head())));
            case Moments.Behind behind -> throw behind(behind.asked(), behind.reached());
        };
    }

    private static KnownAt known(String parameter, @Nullable String text) {
        try {
            return KnownAtText.parse(text);
        } catch (Failure malformed) {
            throw Failure.at(parameter, malformed.code(), String.valueOf(text)).because(malformed);
        }
    }

    /// @throws Failure `MOMENTS_REVERSED`
    static void inOrder(View from, View to) {
        if (from.position() > to.position()) {
            throw Failure.of(
                    FailureCode.MOMENTS_REVERSED,
                    Map.of(
                            "earlier", Long.toString(from.position()),
                            "later", Long.toString(to.position())));
        }
    }

    private static Failure behind(long asked, long reached) {
        return Failure.of(
                FailureCode.BEHIND,
                Map.of("asked", Long.toString(asked), "reached", Long.toString(reached)));
    }

    /// The register at a moment.
    ///
    /// @param recordedAt of that position; null for position 0
    /// @param provisional an event recorded by the same instant may still come (R2)
    record View(
            long position, @Nullable Instant recordedAt, boolean provisional, Register register) {
        /// What links to other pages of the same moment end with.
        String link(@Nullable String asked) {
            return asked == null || asked.isBlank() ? "" : "?so-ghi-den=" + position;
        }

        RegisterForms.Moment form() {
            return new RegisterForms.Moment(position, recordedAt, provisional);
        }
    }
}
