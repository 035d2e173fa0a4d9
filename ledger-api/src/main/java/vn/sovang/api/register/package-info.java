/// What the ledger holds about awards and their items (*sổ đăng ký*): lists, single awards and
/// items, and their histories, for people and programs.
///
/// Histories show both times of each step: the day that counts in law and the moment the ledger
/// took it (R2). Every answer holds for a moment and says which. Names of recipients are sealed and
/// not opened here (R11). Proved by `RegisterResourceTest` and `PagesInBrowserTest`.
@NullMarked
package vn.sovang.api.register;

import org.jspecify.annotations.NullMarked;
