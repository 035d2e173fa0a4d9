/// What the ledger holds about awards and their items (*sổ đăng ký*): lists, single awards and
/// items, and their histories, for people and programs.
///
/// Histories show both times of each step: the day that counts in law and the moment the ledger
/// took it (R2). Names of recipients are sealed and not opened here (R11). Proved by
/// `AwardResourceTest` and `RegisterPagesTest`.
@NullMarked
package vn.sovang.api.register;

import org.jspecify.annotations.NullMarked;
