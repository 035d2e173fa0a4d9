package vn.sovang.projection.register;

import java.util.List;

/// One thing at two moments.
///
/// @param id identity of the thing
/// @param kind what became of it between the moments
/// @param fields what differs, in the order of the row; of what appeared or vanished every field
///   that has a value
public record Comparison(String id, Kind kind, List<FieldChange> fields) {
    public Comparison {
        fields = List.copyOf(fields);
    }

    /// What became of a thing between two moments.
    public enum Kind {
        /// The ledger knew nothing of it at the first moment, or it did not belong to the list.
        APPEARED,
        /// Known at both, and different.
        CHANGED,
        /// It left the list; nothing ever leaves the ledger.
        VANISHED,
        /// Known at both, and the same.
        SAME
    }
}
