package vn.sovang.api.paper;

import java.util.List;
import vn.sovang.Ledger;
import vn.sovang.api.paper.Paper.Proof;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.seal.SealedCheckpoint;

/// What proves a paper, for its separate last page (R13).
final class Proofs {
    private Proofs() {}

    /// @param position up to which the ledger was read
    /// @param verify how anybody checks it, in words
    /// @throws Failure `NO_CHECKPOINT_YET` where nothing that covers the position is signed
    static Proof of(Ledger ledger, long position, String verify) {
        SealedCheckpoint sealed =
                ledger.checkpoint()
                        .filter(checkpoint -> checkpoint.size() >= position)
                        .orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
        var note = sealed.note().strip().lines().filter(line -> !line.isBlank()).toList();
        var read = new VietnameseFormat().number(position, Messages.VIETNAMESE);
        return new Proof(
                PaperTexts.text("proof.title"),
                List.of(PaperTexts.text("proof.text", read, note.getFirst()), verify),
                note,
                sealed.note());
    }
}
