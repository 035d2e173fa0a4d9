package vn.sovang.reissue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about lists of reviewed cases; the origin's document is the paper they come
/// with.
public sealed interface ReissueListCommand extends Command {
    /// Longer lists make too large a condition for one append.
    int MAX_LINES = 500;

    ListId list();

    List<Line> lines();

    /// One case of the list, with the award it is about.
    record Line(CaseId reissueCase, AwardId award, AwardCode awardCode) {}

    /// Sends reviewed cases up (*trình danh sách đề nghị cấp đổi, cấp lại*).
    record SubmitReissueList(
            Origin origin, ListId list, UnitId from, @Nullable UnitId to, List<Line> lines)
            implements ReissueListCommand {
        public SubmitReissueList {
            lines = List.copyOf(lines);
        }
    }

    /// Sends cases of a list back down (*trả danh sách*).
    ///
    /// @param lines cases that come back: all of the list, or some
    record ReturnReissueList(
            Origin origin, ListId list, UnitId by, UnitId to, String reason, List<Line> lines)
            implements ReissueListCommand {
        public ReturnReissueList {
            lines = List.copyOf(lines);
        }
    }
}
