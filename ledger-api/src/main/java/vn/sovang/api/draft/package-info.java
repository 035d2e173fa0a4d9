/// Reports while an office writes them (*soạn báo cáo*): words of people around figures of the
/// ledger, kept outside the log until something is done, which is when the report is issued.
///
/// [Drafts] keeps them, [DraftDesk] puts words and figures together, [DraftPages] is the editor.
/// Proved by `DraftsTest`, `NarratedReportTest` and `DraftInBrowserTest`; see decision 57.
@NullMarked
package vn.sovang.api.draft;

import org.jspecify.annotations.NullMarked;
