/// Value types that every part of the ledger speaks: identities, award codes, documents, dates as
/// written.
///
/// Pure: JDK and JSpecify only. An illegal value cannot exist, because constructors refuse it with
/// [IllegalValue], which names the field so that an edge can point at it. Codes taken from the law
/// or from office practice (`KHONG_RO`, `HUAN_CHUONG`, `KHANG_CHIEN`) stay as they are: they are
/// data, not names of ours.
@NullMarked
package vn.sovang.vocabulary;

import org.jspecify.annotations.NullMarked;
