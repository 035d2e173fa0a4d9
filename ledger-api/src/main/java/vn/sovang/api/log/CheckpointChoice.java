package vn.sovang.api.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.statistics.KnownAtText;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.seal.DatedCheckpoint;

/// Which published checkpoint somebody means: by its size, by an instant, or by a day, which means
/// the last one signed by the end of that day in Vietnam.
///
/// When a checkpoint was signed is the service's claim: there is no time in a checkpoint.
@Component
public final class CheckpointChoice {
    private final Ledger ledger;

    public CheckpointChoice(Ledger ledger) {
        this.ledger = ledger;
    }

    /// @param parameter name of the parameter, for the failure
    /// @param text size, day or instant; the newest checkpoint without it
    /// @throws Failure `PARAMETER_MALFORMED`, `CHECKPOINT_NOT_FOUND`, `NO_CHECKPOINT_YET`
    public DatedCheckpoint of(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            var newest =
                    ledger.checkpoint()
                            .orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
            return bySize(parameter, Long.toString(newest.size()));
        }
        var written = text.strip();
        if (written.matches("\\d+")) {
            return bySize(parameter, written);
        }
        return ledger.published()
                .checkpointSignedBy(instant(parameter, written))
                .orElseThrow(() -> Failure.at(parameter, FailureCode.NO_CHECKPOINT_BY, written));
    }

    private DatedCheckpoint bySize(String parameter, String size) {
        if (!size.matches("0|[1-9][0-9]{0,17}")) {
            throw Failure.at(parameter, FailureCode.PARAMETER_MALFORMED, size);
        }
        return ledger.published()
                .dated(Long.parseLong(size))
                .orElseThrow(() -> Failure.at(parameter, FailureCode.CHECKPOINT_NOT_FOUND, size));
    }

    private static Instant instant(String parameter, String text) {
        try {
            if (KnownAtText.parse(text) instanceof KnownAt.AtInstant at) {
                return at.instant();
            }
        } catch (Failure malformed) {
            throw Failure.at(parameter, FailureCode.PARAMETER_MALFORMED, text).because(malformed);
        }
        throw Failure.at(parameter, FailureCode.PARAMETER_MALFORMED, text);
    }
}
