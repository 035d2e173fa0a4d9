/// The clerk's workplace: pages on which people record what programs record over the network. A
/// page's form becomes the body of a command and goes through the same door (roles, units, seals,
/// idempotency); what cannot be taken comes back beside its field.
@NullMarked
package vn.sovang.api.entry;

import org.jspecify.annotations.NullMarked;
