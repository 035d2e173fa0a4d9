/// Papers as they were found and the numbers they claim (*báo cáo giấy, văn bản viện dẫn*): kept
/// beside the awards, compared with them, never added to them. And reports issued from the ledger
/// (*báo cáo phát hành từ sổ*), whose figures stay as they were issued.
@NullMarked
package vn.sovang.report;

import org.jspecify.annotations.NullMarked;
