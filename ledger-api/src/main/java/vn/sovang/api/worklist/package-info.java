/// What waits (*việc đang chờ*): steps with their time limits, and the items in offices' hands, as
/// pages and as resources. Any day, as known at any moment.
///
/// Nothing here names a recipient; whoever has to act is a unit and an opaque user id (R24). Proved
/// by `WorklistResourceTest` and `WorklistPagesTest`.
@NullMarked
package vn.sovang.api.worklist;

import org.jspecify.annotations.NullMarked;
