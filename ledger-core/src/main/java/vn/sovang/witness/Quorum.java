package vn.sovang.witness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.tlog.WitnessPolicy.Witness;

/// How a checkpoint stands with the witnesses a policy asks for.
///
/// @param met whether enough of them cosigned
/// @param cosigned those that did, with the time each says
/// @param missing those that did not
/// @param forged those under whose key a line stands that is not theirs: then nothing is met
public record Quorum(
        boolean met, List<Cosigned> cosigned, List<String> missing, List<String> forged) {
    public Quorum {
        cosigned = List.copyOf(cosigned);
        missing = List.copyOf(missing);
        forged = List.copyOf(forged);
    }

    /// @param posixSeconds by the witness's own clock
    public record Cosigned(String witness, long posixSeconds) {}

    /// Counts the cosignatures of a checkpoint. The log's own signature is the caller's to check.
    public static Quorum of(WitnessPolicy policy, SignedNote note) {
        var cosigned = new ArrayList<Cosigned>();
        var missing = new ArrayList<String>();
        var forged = new ArrayList<String>();
        var signers = new HashSet<VerifierKey>();
        for (Witness witness : policy.witnesses()) {
            switch (note.verify(List.of(witness.key()))) {
                case NoteVerdict.Verified verified -> {
                    signers.add(witness.key());
                    long at = verified.by().getFirst().posixSeconds().orElseThrow();
                    cosigned.add(new Cosigned(witness.name(), at));
                }
                case NoteVerdict.Unknown _ -> missing.add(witness.name());
                case NoteVerdict.Forged _ -> forged.add(witness.name());
            }
        }
        boolean met = forged.isEmpty() && policy.isSatisfiedBy(signers);
        return new Quorum(met, cosigned, missing, forged);
    }
}
