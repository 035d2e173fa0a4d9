/// Reports as they were issued, and what papers claim (*báo cáo đã phát hành, số liệu báo cáo
/// giấy*).
///
/// Figures come from the report's own events and never change; what the ledger knows now is asked
/// of the statistics, and `reconciliation` explains the difference. May import `readmodel` and the
/// core. Proved by `ReconciliationTableTest`.
@NullMarked
package vn.sovang.projection.issued;

import org.jspecify.annotations.NullMarked;
