package vn.sovang.nomination;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about nominations.
public sealed interface NominationCommand extends Command {
    /// Draws up a nomination (*lập đề nghị*).
    record FileNomination(
            Origin origin, NominationId nomination, UnitId proposingUnit, AwardLine line)
            implements NominationCommand {}

    /// Gives a nomination up before it was sent (*rút đề nghị*).
    record WithdrawNomination(Origin origin, NominationId nomination, String reason)
            implements NominationCommand {}

    /// Sends a list to a higher authority (*tờ trình*). The origin's document is the list's own
    /// paper.
    record SubmitNominationList(
            Origin origin,
            ListId list,
            UnitId from,
            @Nullable UnitId to,
            List<NominationId> nominations)
            implements NominationCommand {
        public SubmitNominationList {
            nominations = List.copyOf(nominations);
        }
    }
}
