/// Who read what (*nhật ký truy cập*): a second log, `<origin>/access`, beside the ledger (R25).
///
/// The same code writes, seals, checks, exports and verifies both; what tells them apart is the
/// pool whose connections see one schema or the other, and the folder of keys. So a read takes a
/// lock of its own, moves a head of its own, and waits for nothing the ledger does.
///
/// Two ways in. [AccessLog#enter] returns when the entry is durable and throws when it is not: for
/// unmaskings, exports and evidence, which do not happen then. [AccessLog#note] returns at once:
/// for views and refusals, which happen anyway; what could not be entered is counted, raises an
/// alarm, and is itself entered as soon as the log takes entries again.
///
/// An entry names records and people by id. What somebody typed is not in it: of a search only
/// which criteria were used, of an unmasking the reason sealed under a key of its own.
///
/// Proved by `AccessLogTest`, `AccessTamperTest`, `KilledReaderTest` and `AccessCodecTest`.
@NullMarked
package vn.sovang.access;

import org.jspecify.annotations.NullMarked;
