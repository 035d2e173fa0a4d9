package vn.sovang.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The life of a unit of the state or of the base (*cơ quan, đơn vị, địa phương*).
public sealed interface UnitEvent extends LedgerEvent {
    /// Found by whoever wants all units.
    String UNITS_TAG = "units:all";

    UnitId unit();

    /// A unit becomes known to the ledger (*đăng ký đơn vị*).
    ///
    /// Corrected by [UnitRenamed], [UnitRecoded] or [UnitTransferred], each from its day on, or by
    /// [UnitMerged] where the unit was registered twice.
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

    /// A unit bears another name from that day on (*đổi tên*); it stays the same unit.
    ///
    /// Corrected by a further [UnitRenamed].
    record UnitRenamed(UnitId unit, String name, String authorityName) implements UnitEvent {
        public UnitRenamed {
            name = Text.of("name", name);
            authorityName = Text.of("authority name", authorityName);
        }
    }

    /// The statistics office gave the unit another code from that day on (*đổi mã số đơn vị hành
    /// chính*); absent where it took it away.
    ///
    /// Corrected by a further [UnitRecoded].
    record UnitRecoded(UnitId unit, @Nullable String statisticalCode) implements UnitEvent {}

    /// A unit belongs to another superior from that day on (*chuyển trực thuộc*).
    ///
    /// Corrected by a further [UnitTransferred].
    record UnitTransferred(UnitId unit, UnitId parent) implements UnitEvent {
        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(unit, parent), UNITS_TAG);
        }
    }

    /// A unit was merged into another, which goes on under its own identity (*nhập vào*). The day
    /// is the fact's effective day; the unit exists no more from it on.
    ///
    /// Corrected by a new [UnitRegistered] where the unit goes on after all; what ended under the
    /// old identity stays ended.
    record UnitMerged(UnitId unit, UnitId into) implements UnitEvent {
        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(unit, into), UNITS_TAG);
        }
    }

    /// A unit was divided among others and exists no more (*chia, tách*). What of its records goes
    /// to which successor is not known from this (*chưa phân bổ*), and is never prorated.
    ///
    /// Corrected by a new [UnitRegistered] where the unit goes on after all; what ended under the
    /// old identity stays ended.
    record UnitSplit(UnitId unit, List<Part> parts) implements UnitEvent {
        /// One part.
        ///
        /// @param extent which part of the old unit went there, in the words of the paper
        public record Part(UnitId successor, @Nullable String extent) {}

        public UnitSplit {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<String> tags() {
            var ids = new ArrayList<Id>();
            ids.add(unit);
            parts.forEach(part -> ids.add(part.successor()));
            return Tags.with(Tags.of(ids.toArray(Id[]::new)), UNITS_TAG);
        }
    }

    /// A unit ceased to exist (*giải thể, kết thúc hoạt động*); who follows it, where known.
    ///
    /// Corrected by a new [UnitRegistered] where the unit goes on after all; what ended under the
    /// old identity stays ended.
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

    /// It was determined who may act for an authority that is no more (*xác định thẩm quyền*). The
    /// law does not say it for every act, so it is a fact with a basis, never computed. Holds from
    /// the fact's effective day.
    ///
    /// Corrected by a further [CompetenceDetermined] for the same units and acts, which counts from
    /// its day on.
    ///
    /// @param unit the authority that is no more
    /// @param acting who may act for it
    /// @param basis article or paper that says so, in words
    /// @param until last day; absent for as long as nothing else is determined
    record CompetenceDetermined(
            UnitId unit,
            UnitId acting,
            CompetenceScope scope,
            String basis,
            @Nullable LocalDate until)
            implements UnitEvent {
        public CompetenceDetermined {
            basis = Text.of("basis", basis);
        }

        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(unit, acting), UNITS_TAG);
        }
    }

    @Override
    default Set<String> tags() {
        return Set.of(UNITS_TAG, unit().tag());
    }
}
