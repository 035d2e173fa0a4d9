package vn.sovang.projection.custody;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.UnitId;

/// Where one item is.
///
/// @param holder office that has it, where one has
/// @param holderName name of that office, as registered
/// @param since day it came there
/// @param handedInOn day it left its keeper's hands for the first office
/// @param receipt number of the last receipt, as written
/// @param location where the office keeps it
/// @param replaced a new item took its place
/// @param clock time limit that runs, where one does
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
        boolean replaced,
        @Nullable Running clock) {
    /// A time limit that runs.
    ///
    /// @param dueOn last day
    /// @param overdueDays days past it on the day asked about; 0 if none
    public record Running(StatutoryClock limit, LocalDate dueOn, long overdueDays) {}

    public boolean overdue() {
        return Optional.ofNullable(clock).filter(c -> c.overdueDays() > 0).isPresent();
    }
}
