/// Witnesses (*bên chứng kiến*; C2SP tlog-witness): somebody of another organisation remembers our
/// last checkpoint, and cosigns the next one only if it adds to it.
///
/// # Why
///
/// Who holds the database, the anchor and the signing key can write another history and sign it;
/// each checkpoint of it is good by itself. Only a checkpoint that lies elsewhere contradicts it. A
/// witness keeps exactly that, and nothing more: one note for each log.
///
/// # Both sides
///
/// [Witness] is the witness itself, [WitnessServer] puts it on HTTP; on a USB stick it is the same
/// bytes in files. [Witnesses] is the office's side: after each checkpoint, and once a day while
/// the log stands still, it asks every witness of its policy that has an address, each on a thread
/// of its own, never more than one request at a time, never holding up sealing or recording. What
/// comes back is verified before it is stored (`vn.sovang.seal.Cosignatures`).
///
/// # When a witness contradicts us
///
/// A witness that cosigned more than we hold, or that finds no proof from its checkpoint to ours,
/// has seen a log that is not this one: ours was rolled back or forked. Then [Witnesses] asks for
/// its checkpoint, which our own key signed, and the sealer is confronted with it; nothing is
/// signed or recorded any more. If it cannot be had, the witness's word is enough to stop: it can
/// be taken out of the policy, an unnoticed fork cannot be taken back. If it fits our log, the
/// witness contradicts itself, and that is logged and not acted on. The same comparison is made at
/// the start and by the check ([WitnessMonitors]).
///
/// Proved by `WitnessTest`, `WitnessServerTest`, `WitnessesTest`, `KilledWitnessTest` and
/// `RacingWitnessesTest`.
@NullMarked
package vn.sovang.witness;

import org.jspecify.annotations.NullMarked;
