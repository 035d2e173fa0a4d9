package vn.sovang.projection.issued;

import java.time.LocalDate;
import vn.sovang.vocabulary.UnitId;

/// A unit was renamed, merged, divided, moved or abolished (*sắp xếp đơn vị*).
///
/// @param type stored name of the event
public record LineageChange(long position, UnitId unit, String type, LocalDate effectiveOn) {}
