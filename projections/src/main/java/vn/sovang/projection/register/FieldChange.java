package vn.sovang.projection.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What differs in one field of a row between two moments.
///
/// @param field name of the column, such as `annulled_on`
/// @param type what its values are: an enumeration or a kind of identity by name, such as
///   `AwardStatus` or `UnitId`, or one of `text`, `number`, `day`, `instant`, `flag`, `sealed`
/// @param before value at the first moment as text; absent where it had none. A sealed value is
///   told by its seal's identity, never opened (R11)
/// @param events positions of the events between the moments that changed the field, oldest first;
///   several where it went there by way of other values
public record FieldChange(
        String field,
        String type,
        @Nullable String before,
        @Nullable String after,
        List<Long> events) {
    public FieldChange {
        events = List.copyOf(events);
    }
}
