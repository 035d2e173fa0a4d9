/// The log for other systems (*luồng sự kiện*): every event as a CloudEvent, a page at a time or as
/// it happens. What is personal is sealed in it exactly as it is stored. `docs/api.md` has the
/// mapping; proved by `EventResourceTest`.
@NullMarked
package vn.sovang.api.feed;

import org.jspecify.annotations.NullMarked;
