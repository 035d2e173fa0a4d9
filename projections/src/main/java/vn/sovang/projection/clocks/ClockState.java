package vn.sovang.projection.clocks;

/// How a step stands.
public enum ClockState {
    /// The last day has passed.
    OVERDUE,
    /// A publication has lasted as long as it must: the list may go on.
    PASSED,
    /// Within its limit.
    RUNNING,
    /// In working days of a year whose calendar is not known.
    CALENDAR_UNKNOWN,
    /// No text known gives a limit.
    NO_LIMIT
}
