package vn.sovang.nomination;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about nominations.
public sealed interface NominationCommand extends Command {
    /// Draws up a nomination (*lập đề nghị*).
    record FileNomination(
            Origin origin, NominationId nomination, UnitId proposingUnit, AwardLine line)
            implements NominationCommand {}

    /// Draws up several nominations, all or none (*lập nhiều đề nghị*), and registers those of
    /// their recipients whom the ledger does not have yet.
    record FileNominations(Origin origin, UnitId proposingUnit, List<Entry> entries)
            implements NominationCommand {
        /// Each entry makes up to two events of one append.
        public static final int MAX_ENTRIES = 1_000;

        /// One nomination.
        ///
        /// @param newcomer the recipient, where the ledger does not have it yet
        public record Entry(
                NominationId nomination, @Nullable RecipientRegistered newcomer, AwardLine line) {
            public Entry {
                if (newcomer != null && !newcomer.recipient().equals(line.recipient())) {
                    throw new IllegalValue("newcomer", "not the recipient of the line");
                }
            }
        }

        public FileNominations {
            entries = List.copyOf(entries);
        }
    }

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
