package vn.sovang.eventstore;

import java.util.List;

/// Events that meet some criteria, and how far the log was looked through for them: both from one
/// snapshot, so that `head` is a sound `after` for a condition.
///
/// @param head newest committed position at the time of reading; 0 for an empty log
/// @param complete false where the limit cut the list and more may follow
public record Slice(List<StoredEvent> events, long head, boolean complete) {}
