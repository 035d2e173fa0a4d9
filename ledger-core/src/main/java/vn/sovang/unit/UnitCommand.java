package vn.sovang.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.UnitId;

/// What becomes of a unit (*sắp xếp đơn vị*). The origin's document is the paper that says so, its
/// effective day the first day on which it holds.
public sealed interface UnitCommand extends Command {
    UnitId unit();

    /// Records another name (*đổi tên*).
    record RenameUnit(Origin origin, UnitId unit, String name, String authorityName)
            implements UnitCommand {}

    /// Records another statistical code (*đổi mã số*).
    record RecodeUnit(Origin origin, UnitId unit, @Nullable String statisticalCode)
            implements UnitCommand {}

    /// Records another superior (*chuyển trực thuộc*).
    record TransferUnit(Origin origin, UnitId unit, UnitId parent) implements UnitCommand {}

    /// Records that the unit was merged into another that goes on (*nhập vào*).
    record MergeUnit(Origin origin, UnitId unit, UnitId into) implements UnitCommand {}

    /// Records that the unit was divided (*chia, tách*).
    record SplitUnit(Origin origin, UnitId unit, List<UnitSplit.Part> parts)
            implements UnitCommand {
        public SplitUnit {
            parts = List.copyOf(parts);
        }
    }

    /// Records that the unit is no more (*giải thể*).
    ///
    /// @param successors who follows it, where known
    record AbolishUnit(Origin origin, UnitId unit, List<UnitId> successors) implements UnitCommand {
        public AbolishUnit {
            successors = List.copyOf(successors);
        }
    }

    /// Records who may act for an authority that is no more (*xác định thẩm quyền*).
    ///
    /// @param unit the authority that is no more
    /// @param basis article or paper, in words
    /// @param until last day; null for as long as nothing else is determined
    record DetermineCompetence(
            Origin origin,
            UnitId unit,
            UnitId acting,
            CompetenceScope scope,
            String basis,
            @Nullable LocalDate until)
            implements UnitCommand {}
}
