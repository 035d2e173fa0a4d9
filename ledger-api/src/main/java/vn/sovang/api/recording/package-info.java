/// The one door through which programs record (*ghi sổ*).
///
/// Commands are not written down a second time here. [CommandCatalogue] takes them from the
/// deciders, a [Shape] is the JSON form of a command's record, and from that one shape follow how a
/// body is read ([BodyReader]), what the published contract says ([CommandContract]) and its
/// examples. A new command is reachable without doing anything for it. What may not be reached is
/// listed with its reason. Proved by `CommandResourceTest`, `CommandContractTest` and `FuzzTest`.
@NullMarked
package vn.sovang.api.recording;

import org.jspecify.annotations.NullMarked;
