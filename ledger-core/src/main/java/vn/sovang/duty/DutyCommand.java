package vn.sovang.duty;

import java.time.LocalDate;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about exceptions from the separation of duties.
public sealed interface DutyCommand extends Command {
    ExceptionId exception();

    UnitId unit();

    /// Records that the head allowed an officer to work alone (*cho phép kiêm nhiệm*); the origin's
    /// document is the head's paper.
    ///
    /// @param officer user id
    /// @param decidedBy user id of the head
    /// @param until last day
    record AllowCombinedDuties(
            Origin origin,
            ExceptionId exception,
            UnitId unit,
            String officer,
            String decidedBy,
            LocalDate until)
            implements DutyCommand {}

    /// Records that the exception ended before its time (*chấm dứt kiêm nhiệm*).
    record EndCombinedDuties(Origin origin, ExceptionId exception, UnitId unit)
            implements DutyCommand {}
}
