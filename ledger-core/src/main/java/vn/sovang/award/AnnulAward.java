package vn.sovang.award;

import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.UnitId;

/// Records that one award line was annulled (*hủy bỏ quyết định*). The origin's document is the
/// annulling decision.
///
/// @param awardCode award type of the line, so that a wrong line is noticed
/// @param authority body that annulled
public record AnnulAward(
        Origin origin, AwardId award, AwardCode awardCode, AnnulmentGround ground, UnitId authority)
        implements AwardCommand {}
