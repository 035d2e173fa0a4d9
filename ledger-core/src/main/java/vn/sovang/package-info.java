/// The three doors of the core: [Ledger] records and answers, [EventFeed] lets read models follow,
/// [LedgerSettings] says where everything lies. Everything else is behind them.
@NullMarked
package vn.sovang;

import org.jspecify.annotations.NullMarked;
