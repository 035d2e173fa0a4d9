package vn.sovang.tlog;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A file that proves one entry to anyone who has the entry and a [WitnessPolicy], without asking
/// the log (*giấy chứng nhận đã vào sổ*; C2SP tlog-proof, file name ending `.tlog-proof`):
///
/// ```
/// c2sp.org/tlog-proof@v1
/// extra <base64>                 optional; NOT authenticated by anything
/// index <decimal>
/// <base64 hash>                  leaf's sibling first, none to 63 lines
///
/// <signed checkpoint, byte for byte>
/// ```
public final class TlogProof {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String WHAT = "tlog-proof";

    private final byte[] extra;
    private final InclusionProof inclusion;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    private TlogProof(byte[] extra, long index, List<Hash> path, SignedNote note) {
        this.extra = extra;
        this.note = note;
        this.checkpoint = Checkpoint.of(note);
        this.inclusion = new InclusionProof(index, checkpoint.size(), path);
    }

    /// What checking a proof came to. Everything but `PROVEN` means: this file proves nothing.
    public enum Verdict {
        /// The log signed, the witnesses required cosigned, and the entry is where the file says.
        PROVEN,
        /// The checkpoint does not satisfy the policy; [WitnessPolicy#check] says why.
        CHECKPOINT_NOT_ACCEPTED,
        /// The checkpoint is good, but this entry is not at this index of its tree.
        NOT_INCLUDED
    }

    /// A proof of an entry under a signed checkpoint.
    ///
    /// @param proof for the checkpoint's size
    public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
        return of(proof, checkpoint, new byte[0]);
    }

    /// A proof with extra data for the application, which nobody signs. None if empty.
    public static TlogProof of(InclusionProof proof, SignedNote checkpoint, byte[] extra) {
        if (proof.size() != Checkpoint.of(checkpoint).size()) {
            throw new IllegalArgumentException(
                    "a proof for size " + proof.size() + " under another checkpoint");
        }
        return new TlogProof(extra.clone(), proof.index(), proof.path(), checkpoint);
    }

    /// Reads a file.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#bytes()] would give
    public static TlogProof parse(byte[] file) {
        WireLines lines = WireLines.parse(file, WHAT);
        if (!lines.head().getFirst().equals(HEADER)) {
            throw new MalformedLogDataException(WHAT + ": line 1 is not '" + HEADER + "'");
        }
        int next = 1;
        byte[] extra = new byte[0];
        if (lines.head().size() > next && lines.head().get(next).startsWith("extra ")) {
            extra = StrictText.base64(lines.after(next, "extra", WHAT), WHAT + " extra");
            if (extra.length == 0) {
                throw new MalformedLogDataException(WHAT + ": extra line without data");
            }
            next++;
        }
        long index = StrictText.decimal(lines.after(next, "index", WHAT), WHAT + " index");
        List<Hash> path = lines.hashes(next + 1, InclusionProof.MAX_PATH_LENGTH, WHAT);
        return new TlogProof(extra, index, path, lines.note());
    }

    /// Checks the proof of this entry: the checkpoint against the policy first, then the path.
    ///
    /// @param entry the exact bytes of the entry, from which the leaf hash is computed here
    public Verdict verify(byte[] entry, WitnessPolicy policy) {
        if (policy.check(note) != WitnessPolicy.Verdict.ACCEPTED) {
            return Verdict.CHECKPOINT_NOT_ACCEPTED;
        }
        return inclusion.verify(Hash.ofLeaf(entry), checkpoint.root())
                ? Verdict.PROVEN
                : Verdict.NOT_INCLUDED;
    }

    /// The claim about the entry, not verified.
    public InclusionProof inclusion() {
        return inclusion;
    }

    /// The checkpoint, not verified.
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The checkpoint with its signatures.
    public SignedNote note() {
        return note;
    }

    /// A copy of the extra data, empty if there is none. Nothing vouches for it.
    public byte[] extra() {
        return extra.clone();
    }

    /// The file.
    public byte[] bytes() {
        var head = new StringBuilder(HEADER).append('\n');
        if (extra.length > 0) {
            head.append("extra ").append(Base64.getEncoder().encodeToString(extra)).append('\n');
        }
        head.append("index ").append(inclusion.index()).append('\n');
        WireLines.writeHashes(head, inclusion.path());
        return WireLines.join(head, note);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that
                && inclusion.equals(that.inclusion)
                && note.equals(that.note)
                && Arrays.equals(extra, that.extra);
    }

    @Override
    public int hashCode() {
        return 31 * inclusion.hashCode() + note.hashCode();
    }
}
