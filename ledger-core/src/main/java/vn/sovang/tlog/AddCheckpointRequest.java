package vn.sovang.tlog;

import java.util.List;

/// A log asks a witness to cosign: "you cosigned size `oldSize`; here is the proof that this newer
/// checkpoint only adds to it" (C2SP tlog-witness, body of `add-checkpoint`).
///
/// ```
/// old <decimal>
/// <base64 hash>                  none to 63 lines
///
/// <signed checkpoint, byte for byte>
/// ```
///
/// There is no file format of its own for a consistency proof, so the same bytes in a file serve an
/// auditor, or a witness that is reached by a USB stick.
///
/// @param oldSize size the sender believes the witness cosigned last
/// @param path the consistency proof, not verified
/// @param note the newer checkpoint with its signatures, not verified
public record AddCheckpointRequest(long oldSize, List<Hash> path, SignedNote note) {
    private static final String WHAT = "add-checkpoint";

    /// @throws MalformedLogDataException if a number is out of range, the path is too long, or the
    ///   note is not a checkpoint
    public AddCheckpointRequest {
        path = List.copyOf(path);
        if (oldSize < 0) {
            throw new MalformedLogDataException(WHAT + ": negative old size " + oldSize);
        }
        if (path.size() > ConsistencyProof.MAX_PATH_LENGTH) {
            throw new MalformedLogDataException(WHAT + ": " + path.size() + " hashes");
        }
        Checkpoint.of(note);
    }

    /// What a witness answers, in the order in which it must look.
    public enum Verdict {
        /// 200: store the checkpoint, then cosign it.
        ACCEPTED(200),
        /// 403: no signature of a trusted key of the log, or a wrong one.
        NOT_SIGNED_BY_LOG(403),
        /// 400: the old size is larger than the checkpoint's.
        OLD_SIZE_BEYOND_NEW(400),
        /// 409: the witness's last size is another one, which it answers with.
        OTHER_SIZE_SEEN_LAST(409),
        /// 422: the proof does not hold, or the same size has another root: the log has two
        /// histories, and this request is the evidence.
        NOT_CONSISTENT(422);

        private final int httpStatus;

        Verdict(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    /// Reads a request.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#bytes()] would give
    public static AddCheckpointRequest parse(byte[] body) {
        WireLines lines = WireLines.parse(body, WHAT);
        long oldSize = StrictText.decimal(lines.after(0, "old", WHAT), WHAT + " old size");
        List<Hash> path = lines.hashes(1, ConsistencyProof.MAX_PATH_LENGTH, WHAT);
        return new AddCheckpointRequest(oldSize, path, lines.note());
    }

    /// Checks the request as a witness.
    ///
    /// @param logKeys the keys trusted for this checkpoint's origin; a witness that knows none for
    ///   it answers 404 and does not come here
    /// @param lastSize size of the checkpoint cosigned last for this origin, 0 if none
    /// @param lastRoot its root, [Hash#EMPTY_ROOT] if none
    public Verdict check(List<VerifierKey> logKeys, long lastSize, Hash lastRoot) {
        Checkpoint checkpoint = checkpoint();
        if (!(note.verify(logKeys) instanceof NoteVerdict.Verified)) {
            return Verdict.NOT_SIGNED_BY_LOG;
        }
        if (oldSize > checkpoint.size()) {
            return Verdict.OLD_SIZE_BEYOND_NEW;
        }
        if (oldSize != lastSize) {
            return Verdict.OTHER_SIZE_SEEN_LAST;
        }
        // With nothing to compare to, the proof of RFC 9162 would accept any root for size 0.
        boolean emptyButRooted =
                checkpoint.size() == 0 && !checkpoint.root().equals(Hash.EMPTY_ROOT);
        return !emptyButRooted && proof().verify(lastRoot, checkpoint.root())
                ? Verdict.ACCEPTED
                : Verdict.NOT_CONSISTENT;
    }

    /// The newer checkpoint, not verified.
    public Checkpoint checkpoint() {
        return Checkpoint.of(note);
    }

    /// The claim that the newer tree only adds to the older one, not verified.
    public ConsistencyProof proof() {
        return new ConsistencyProof(oldSize, checkpoint().size(), path);
    }

    /// The request as it is sent.
    public byte[] bytes() {
        var head = new StringBuilder("old ").append(oldSize).append('\n');
        WireLines.writeHashes(head, path);
        return WireLines.join(head, note);
    }
}
