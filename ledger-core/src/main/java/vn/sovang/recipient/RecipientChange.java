package vn.sovang.recipient;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientCorrected;

/// Changes what is known of a recipient. The edge has sealed the fields before.
public sealed interface RecipientChange extends Command {
    /// Puts identity right (*chỉnh sửa dữ liệu cá nhân*); the origin's document shows what is
    /// right.
    record CorrectRecipient(Origin origin, RecipientCorrected corrected)
            implements RecipientChange {}

    /// Enters somebody the office is in touch with (*nhập người liên hệ*).
    record RecordContact(Origin origin, ContactRecorded contact) implements RecipientChange {}
}
