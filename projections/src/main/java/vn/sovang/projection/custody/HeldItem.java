package vn.sovang.projection.custody;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.clocks.Running;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.UnitId;

/// Where one item is.
///
/// @param holder office that has it, where one has
/// @param holderName name of that office, as registered
/// @param since day it came there
/// @param handedInOn day it left its keeper's hands for the first office
/// @param receipt number of the last receipt, as written
/// @param location where the office keeps it
/// @param leg position of the event that brought it there from another hand; absent for an item
///   that never moved
/// @param replacedBy new item that took its place: of the two only the new one counts, whoever
///   finds or offers the old
/// @param clock time limit that runs, where one does
/// @param rebuilt it was entered from the counts of a report (R6)
public record HeldItem(
        ArtifactId artifact,
        AwardId award,
        ArtifactKind kind,
        @Nullable String serial,
        Place place,
        @Nullable UnitId holder,
        @Nullable String holderName,
        LocalDate since,
        @Nullable LocalDate handedInOn,
        @Nullable String receipt,
        @Nullable String location,
        @Nullable CustodyPurpose purpose,
        @Nullable Long leg,
        @Nullable ArtifactId replacedBy,
        @Nullable Running clock,
        boolean rebuilt) {
    public boolean replaced() {
        return replacedBy != null;
    }

    public boolean overdue() {
        return Optional.ofNullable(clock).filter(c -> c.overdueDays() > 0).isPresent();
    }
}
