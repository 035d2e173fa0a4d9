package vn.sovang.event;

import java.util.Set;

/// Changes of the key that signs the log's checkpoints (*thay khóa ký*). They stand in the log
/// itself, under checkpoints of the old key: who knows only that one learns the new one from here.
public sealed interface SigningKeyEvent extends LedgerEvent {
    /// Under which all of them are found.
    String TAG = "ledger:signing-key";

    /// The key concerned, as C2SP signed-note writes a verifier key.
    String vkey();

    @Override
    default Set<String> tags() {
        return Set.of(TAG);
    }

    /// A further key signs from this event on, beside the one before (*đưa khóa mới vào dùng*).
    ///
    /// Corrected by [SigningKeyRetired]; a key that was introduced stays in the log's history.
    ///
    /// @param previous the key that signed alone until now
    record SigningKeyIntroduced(String vkey, String previous) implements SigningKeyEvent {}

    /// The older of two keys signs no checkpoint that covers this event (*thôi dùng khóa cũ*). What
    /// it signed before stays valid.
    ///
    /// Corrected by introducing a further key; a retired one never signs again.
    record SigningKeyRetired(String vkey) implements SigningKeyEvent {}
}
