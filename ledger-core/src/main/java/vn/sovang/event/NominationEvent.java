package vn.sovang.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// The life of a nomination (*đề nghị khen thưởng*), Luật Thi đua, khen thưởng 2022 Điều 83–84.
public sealed interface NominationEvent extends LedgerEvent {
    /// A body drew up a nomination (*lập đề nghị*). Not yet a proposal to anybody.
    record NominationFiled(NominationId nomination, UnitId proposingUnit, AwardLine line)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, proposingUnit, line.recipient(), line.recipientUnit());
        }
    }

    /// A body gave up its nomination before any higher authority had it (*rút đề nghị*).
    record NominationWithdrawn(NominationId nomination, String reason) implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination);
        }
    }

    /// A body sent a list to a higher authority (*tờ trình*). The lines are events of their own, in
    /// the same append.
    record NominationListSubmitted(ListId list, UnitId from, @Nullable UnitId to, int lineCount)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(list, from, to);
        }
    }

    /// One nomination stands on a list that its own proposer sent up (*đã trình*).
    ///
    /// @param lineNumber place on the list, from 1
    record NominationSubmitted(
            NominationId nomination,
            ListId list,
            int lineNumber,
            UnitId from,
            @Nullable UnitId to,
            AwardLine line)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, list, from, line.recipient(), line.recipientUnit());
        }
    }

    /// A higher authority put a nomination that it had received on a list of its own (*chuyển cấp
    /// trên*). It counts for that authority, never again for the first.
    record NominationForwardedUp(
            NominationId nomination,
            ListId list,
            int lineNumber,
            UnitId from,
            @Nullable UnitId to,
            AwardLine line)
            implements NominationEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(nomination, list, from, line.recipient(), line.recipientUnit());
        }
    }
}
