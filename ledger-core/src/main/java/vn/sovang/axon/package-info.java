/// Axon Framework at the edge: what it needs from us, and nothing it could want from the domain.
///
/// [PostgresEventStorageEngine] translates Axon's criteria, markers and tokens into those of
/// `vn.sovang.eventstore` and back; a [LeafCodec] turns messages into leaves. Axon marks the
/// engine's interface internal and changes it between patch releases: an upgrade touches this
/// package only.
///
/// May import Axon, `vn.sovang.eventstore` and the pure packages. Proved by Axon's own suite
/// (`AxonStorageEngineTest`) and by `EngineConformanceTest`.
@NullMarked
package vn.sovang.axon;

import org.jspecify.annotations.NullMarked;
