/// Papers as they were found and the numbers they claim (*báo cáo giấy, văn bản viện dẫn*): kept
/// beside the awards, compared with them, never added to them.
@NullMarked
package vn.sovang.report;

import org.jspecify.annotations.NullMarked;
