package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// Who may do alone what others share (*kiêm nhiệm*), R10.
public sealed interface DutyEvent extends LedgerEvent {
    ExceptionId exception();

    UnitId unit();

    /// The head of a unit with a single officer allowed that officer to appraise, and to record
    /// decisions on, what the same officer filed (*cho phép kiêm nhiệm*), from the effective day
    /// on. Every act that needs the exception names it, so that an inspector finds each use.
    ///
    /// Corrected by [CombinedDutiesEnded] and a new exception.
    ///
    /// @param unit unit the officer acts for
    /// @param officer user id of the officer
    /// @param decidedBy user id of the head who decided so; never the officer
    /// @param until last day on which it holds
    record CombinedDutiesAllowed(
            ExceptionId exception, UnitId unit, String officer, String decidedBy, LocalDate until)
            implements DutyEvent {
        public CombinedDutiesAllowed {
            officer = Text.of("officer", officer);
            decidedBy = Text.of("head", decidedBy);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(exception, unit);
        }
    }

    /// An exception ended before its time (*chấm dứt kiêm nhiệm*); the effective day is the first
    /// day without it.
    ///
    /// Corrected by a further [CombinedDutiesAllowed].
    record CombinedDutiesEnded(ExceptionId exception, UnitId unit) implements DutyEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(exception, unit);
        }
    }
}
