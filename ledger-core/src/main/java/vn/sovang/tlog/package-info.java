/// The tamper-evident log (*sổ minh bạch*): hashes, proofs, and the texts that are signed.
///
/// The package is pure. It reads no file, opens no connection, knows no clock and writes no log
/// line; bytes go in and bytes or an answer come out. It may import `java.*`, `javax.crypto` and
/// `org.jspecify`, and nothing of this project. Whoever does I/O (the sealer, the read API, the
/// offline verifier, a witness) is outside and reaches in through [HashReader].
///
/// ## The tree
///
/// Entry number `i` is a string of bytes. Its [Hash#ofLeaf(byte\[\]) leaf hash] is a leaf of a
/// Merkle tree as in RFC 6962 section 2.1, which RFC 9162 section 2.1 keeps. A *complete node*
/// covers a run of leaves whose number is a power of two; it never changes again. [Frontier]
/// appends leaves and reports each node as it becomes complete. [MerkleTree], [InclusionProof] and
/// [ConsistencyProof] get roots and proofs of *every* size, past ones included, out of complete
/// nodes.
///
/// Own proofs that pass the own verifier prove nothing. `MerkleTreeTest` therefore compares with a
/// naive transcription of the RFC at every size up to 130 and with roots that other implementations
/// publish; `MerkleVectorsTest` holds all 72 proofs of Certificate Transparency's 8-leaf tree;
/// `InclusionForgeryTest` and `ConsistencyForgeryTest` have one test for each kind of forgery.
///
/// ## Tiles
///
/// A log publishes its nodes in [Tile]s of 256 and its entries in [EntryBundle]s of 256, under
/// paths that are static files (C2SP tlog-tiles). Only the levels 0, 8, 16, … are stored; the
/// others are hashed again from a tile. `TileTest` builds a log of 70,000 entries that way.
///
/// ## Checkpoints and notes
///
/// A [Checkpoint] is three lines: origin, size, root (C2SP tlog-checkpoint). It is signed as the
/// text of a [SignedNote] (C2SP signed-note), under which any number of keys can sign:
///
/// ```
/// ledger.example/tdkt
/// 5
/// X78gG1f3Udpc+4Ob3ElEa+s3EWB30eo+yR1Ui8/fbEk=
///
/// — ledger.example/tdkt 1d/8hAZybrHr43uxNHhs3DvV1evh6ZDz9O370rIGax5D[…]Ydlw8=
/// ```
///
/// The signed bytes are the text with its last newline, without the blank line. A note is verified
/// over the bytes that arrived; nothing is taken apart and joined again. `SignedNoteTest`
/// reproduces the notes of Go's note package and of the specification byte for byte.
///
/// ## Keys
///
/// A [VerifierKey] is written `name+id+base64(type || key)`; note that the base64 may hold a `+` as
/// well. The type byte says what a signature means: a log signs with [NoteSigner] (0x01, the bare
/// text), a witness with [Cosigner] (0x04 Ed25519, 0x06 ML-DSA-44, both with a time; C2SP
/// tlog-cosignature). The type is hashed into the key id, so a signature of one kind never counts
/// as one of another kind. Private keys here are 32-byte seeds; how they are stored is the caller's
/// matter, and no specification has a form for it. `CosignatureTest` reproduces cosignatures of
/// both kinds.
///
/// ## Who has to be believed
///
/// The holder of the log's key can sign two histories. A fork is validly signed: `WorkedLogTest`
/// has one, and it passes every check that looks at one checkpoint alone. It shows only against a
/// checkpoint somebody kept, which is what witnesses are for. [AddCheckpointRequest] is what a
/// witness is asked (C2SP tlog-witness) and how it decides; [WitnessPolicy] says which logs and how
/// many witnesses a reader asks for (C2SP tlog-policy); [TlogProof] is a file that proves one entry
/// to such a reader, offline (C2SP tlog-proof).
///
/// ## Answers and exceptions
///
/// Input that is not well-formed is a [MalformedLogDataException] that says what and where. Input
/// that is well-formed and false is `false` or a verdict. An index or size that is the caller's own
/// mistake is an `IndexOutOfBoundsException` or `IllegalArgumentException`.
///
/// Every format is read in exactly one spelling. The JDK accepts base64 without padding, decimals
/// with a plus sign or in Arabic digits, and invalid UTF-8; two readers that disagree about such
/// input can be shown two logs. `StrictTextTest` has a test for each.
///
/// Values are immutable and may be shared between threads, except [Frontier], which has one owner.
@NullMarked
package vn.sovang.tlog;

import org.jspecify.annotations.NullMarked;
