/// Survey campaigns of artifacts in people's hands (*khảo sát hiện vật khen thưởng*): opened, item
/// by item, closed with figures that are checked against the sheets. Proved by
/// `SurveyCampaignsTest`.
@NullMarked
package vn.sovang.survey;

import org.jspecify.annotations.NullMarked;
