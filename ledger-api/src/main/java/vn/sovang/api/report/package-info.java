/// Reports issued from the ledger and their reconciliation (*phát hành, đối chiếu báo cáo*), for
/// people and programs.
///
/// [ReportDesk] issues: it asks the statistics for the figures, seals, and submits both.
/// [ReportForms] is the one JSON form that REST and the command line share. Proved by
/// `IssuedReportStoryTest` and `ReportCommandTest`.
@NullMarked
package vn.sovang.api.report;

import org.jspecify.annotations.NullMarked;
