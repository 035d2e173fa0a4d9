package vn.sovang.projection.report;

/// Re-issue cases on the authority's list, by kind.
///
/// @param exchange *cấp đổi*
/// @param reissue *cấp lại*
/// @param firstIssue *cấp mới*
public record ReissueCounts(long exchange, long reissue, long firstIssue) {
    public long total() {
        return exchange + reissue + firstIssue;
    }
}
