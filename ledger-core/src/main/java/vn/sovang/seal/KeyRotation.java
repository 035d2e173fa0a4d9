package vn.sovang.seal;

import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;
import vn.sovang.eventstore.EventLog;

/// Changing the signing key (*thay khóa ký*): what the log says of its keys, and the events by
/// which it is to say more.
///
/// The log decides which keys sign; the files only hold them. So a rotation that breaks off at any
/// step is where its last event says, and can be gone on with.
public final class KeyRotation {
    private final EventLog log;
    private final KeyFiles files;

    public KeyRotation(EventLog log, KeyFiles files) {
        this.log = log;
        this.files = files;
    }

    /// Which keys the log had, and has; none that this node's files do not know.
    public KeyHistory history() {
        var held = files.signers().getFirst().verifierKey();
        return KeyHistory.read(log, Long.MAX_VALUE, held).believedBy(files.believed(), held);
    }

    /// Makes the next key's file, and the event that takes it into use.
    public SigningKeyIntroduced introduction() {
        var inUse = history().inUse();
        if (inUse.size() > 1) {
            return new SigningKeyIntroduced(
                    inUse.getLast().toString(), inUse.getFirst().toString());
        }
        return new SigningKeyIntroduced(
                files.prepareNext().verifierKey().toString(), inUse.getFirst().toString());
    }

    /// The event that takes the older key out of use.
    public SigningKeyRetired retirement() {
        return new SigningKeyRetired(history().current().toString());
    }
}
