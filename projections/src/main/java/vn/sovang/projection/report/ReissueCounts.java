package vn.sovang.projection.report;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.vocabulary.ReissueKind;

/// Re-issue cases on the authority's list, by kind.
///
/// @param exchange *cấp đổi*
/// @param reissue *cấp lại*
/// @param firstIssue *cấp mới*
public record ReissueCounts(long exchange, long reissue, long firstIssue) {
    static ReissueCounts of(List<Cell> cells) {
        return new ReissueCounts(
                sum(cells, ReissueKind.EXCHANGE),
                sum(cells, ReissueKind.REISSUE),
                sum(cells, ReissueKind.FIRST_ISSUE));
    }

    private static long sum(List<Cell> cells, ReissueKind kind) {
        return cells.stream().filter(c -> c.reissueKind() == kind).mapToLong(Cell::count).sum();
    }

    public long total() {
        return exchange + reissue + firstIssue;
    }

    /// `cấp đổi 14 trường hợp, cấp mới 02 trường hợp`: a kind without cases drops with its comma.
    String text() {
        var parts = new ArrayList<String>();
        part(parts, "cấp đổi", exchange);
        part(parts, "cấp lại", reissue);
        part(parts, "cấp mới", firstIssue);
        return String.join(", ", parts);
    }

    private static void part(ArrayList<String> parts, String kind, long count) {
        if (count != 0) {
            parts.add(kind + " " + VietnameseNumbers.count(count) + " trường hợp");
        }
    }
}
