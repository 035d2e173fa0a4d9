package vn.sovang.projection.custody;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.UnitId;

/// One leg of an item's way (*lần bàn giao*).
///
/// @param from absent for a keeper
/// @param to absent for a keeper, or where nothing is left to hold
/// @param receipt number of the receipt, as written
/// @param position of the event, under which its proof is found
public record Leg(
        String type,
        @Nullable UnitId from,
        @Nullable UnitId to,
        LocalDate on,
        @Nullable String receipt,
        @Nullable String location,
        @Nullable CustodyPurpose purpose,
        long position) {}
