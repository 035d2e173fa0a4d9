package vn.sovang.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The life of a unit of the state or of the base (*cơ quan, đơn vị, địa phương*).
public sealed interface UnitEvent extends LedgerEvent {
    /// Found by whoever wants all units.
    String UNITS_TAG = "units:all";

    UnitId unit();

    /// A unit becomes known to the ledger (*đăng ký đơn vị*).
    ///
    /// @param name in full, such as `thành phố Phan Rang - Tháp Chàm`
    /// @param authorityName name of its deciding body, such as `UBND thành phố …`
    /// @param statisticalCode code of the statistics office; given again after mergers, never an
    ///   identity
    /// @param existsFrom first day in law, where known
    /// @param reconciled false for a name met in a list that nobody has matched yet (*chưa đối
    ///   chiếu*)
    record UnitRegistered(
            UnitId unit,
            String name,
            String authorityName,
            UnitLevel level,
            @Nullable UnitId parent,
            @Nullable String statisticalCode,
            @Nullable LocalDate existsFrom,
            boolean reconciled)
            implements UnitEvent {}

    /// A unit was merged into another, which goes on under its own identity (*nhập vào*). The day
    /// is the fact's effective day; the unit exists no more from it on.
    record UnitMerged(UnitId unit, UnitId into) implements UnitEvent {
        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(unit, into), UNITS_TAG);
        }
    }

    /// A unit ceased to exist (*giải thể, kết thúc hoạt động*); who follows it, where known.
    record UnitAbolished(UnitId unit, List<UnitId> successors) implements UnitEvent {
        public UnitAbolished {
            successors = List.copyOf(successors);
        }

        @Override
        public Set<String> tags() {
            var ids = new ArrayList<Id>(successors);
            ids.add(unit);
            return Tags.with(Tags.of(ids.toArray(Id[]::new)), UNITS_TAG);
        }
    }

    @Override
    default Set<String> tags() {
        return Set.of(UNITS_TAG, unit().tag());
    }
}
