package vn.sovang.projection.readmodel;

import java.time.Instant;
import vn.sovang.event.Fact;
import vn.sovang.event.Provenance.Source;
import vn.sovang.event.Recorded;

/// An event with the moment from which readers may know it.
///
/// @param event as it stands in the log
/// @param knownAt its own position; for a fact of an import the position of the completion (R17)
/// @param knownSince when the ledger recorded that position
public record Known(Recorded event, long knownAt, Instant knownSince) {
    public static Known of(Recorded event) {
        return new Known(event, event.position(), event.recordedAt());
    }

    /// Whether the fact was made up from the counts of a report; whatever is made from it has to
    /// say so (R6).
    public boolean rebuilt() {
        var provenance = fact().provenance();
        return provenance != null && provenance.source() == Source.RECONSTRUCTED_FROM_REPORT;
    }

    public long position() {
        return event.position();
    }

    public Fact fact() {
        return event.fact();
    }
}
