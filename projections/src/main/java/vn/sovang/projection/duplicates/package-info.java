/// Recipients that may be one, and how many persons there are (*đối tượng nghi trùng*).
///
/// Names are compared by blind tokens, computed with a key that is in no database; the tables hold
/// no name. Two recipients are joined only by a person's decision, which is an event, and counted
/// as one from the position on at which that was known.
///
/// A read model must depend on nothing but the events; this one depends on the key store too. An
/// erasure takes the tokens away when its event is applied, so a rebuild, which finds no key, ends
/// with the same tables. Proved by `DuplicatesTest`.
@NullMarked
package vn.sovang.projection.duplicates;

import org.jspecify.annotations.NullMarked;
