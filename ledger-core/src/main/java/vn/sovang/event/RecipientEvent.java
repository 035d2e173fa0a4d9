package vn.sovang.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;

/// Those who are honoured (*đối tượng khen thưởng*).
public sealed interface RecipientEvent extends LedgerEvent {
    RecipientId recipient();

    /// A recipient becomes known (*đăng ký đối tượng*). Identity is sealed from this first event.
    ///
    /// @param name name as written
    /// @param birth day or year of birth as written; often only a year
    /// @param residence where the recipient lives or works, as written
    record RecipientRegistered(
            RecipientId recipient,
            RecipientKind kind,
            Sealed name,
            @Nullable Sealed birth,
            @Nullable Sealed residence)
            implements RecipientEvent {}

    @Override
    default Set<String> tags() {
        return Set.of(recipient().tag());
    }
}
