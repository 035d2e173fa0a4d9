package vn.sovang.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Criteria as a condition on `event`.
///
/// Criteria of a single tag, by far the most, are gathered into one look-up per set of types: a
/// list of a thousand decision numbers is one index scan with an array, not a thousand branches.
final class CriteriaSql {
    private static final String BETWEEN = "position > ? and position <= ?";

    private static final String AND_ALSO_TAGGED =
            "exists (select from event_tag o"
                    + " where o.tag = ? and o.position = t.position) and ";

    private final List<String> branches = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private final long after;
    private final long upTo;

    private CriteriaSql(long after, long upTo) {
        this.after = after;
        this.upTo = upTo;
    }

    /// @param limit how many matches are wanted at most; each branch stops there on its own
    static CriteriaSql of(List<DcbCriterion> criteria, long after, long upTo, int limit) {
        CriteriaSql sql = new CriteriaSql(after, upTo);
        Map<Set<String>, List<String>> singleTags = new LinkedHashMap<>();
        for (DcbCriterion criterion : criteria) {
            if (criterion.tags().size() == 1) {
                singleTags
                        .computeIfAbsent(criterion.types(), _ -> new ArrayList<>())
                        .addAll(criterion.tags());
            } else if (criterion.tags().isEmpty()) {
                sql.byType(criterion, limit);
            } else {
                sql.byAllTags(criterion, limit);
            }
        }
        singleTags.forEach((types, tags) -> sql.byAnyTag(tags, types, limit));
        return sql;
    }

    String condition() {
        return branches.isEmpty()
                ? BETWEEN
                : "position in (" + String.join("\nunion\n", branches) + ")";
    }

    /// @return the index of the parameter after the last one bound
    int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object parameter : branches.isEmpty() ? List.<Object>of(after, upTo) : parameters) {
            if (parameter instanceof String[] texts) {
                statement.setArray(index++, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(index++, parameter);
            }
        }
        return index;
    }

    private void byType(DcbCriterion criterion, int limit) {
        branch("event", "", criterion.types(), limit);
    }

    private void byAnyTag(List<String> tags, Set<String> types, int limit) {
        if (tags.size() == 1) {
            parameters.add(tags.getFirst());
            branch("event_tag", "tag = ? and ", types, limit);
        } else {
            parameters.add(tags.toArray(String[]::new));
            branch("event_tag", "tag = any(?) and ", types, limit);
        }
    }

    private void byAllTags(DcbCriterion criterion, int limit) {
        List<String> tags = List.copyOf(criterion.tags());
        StringBuilder where = new StringBuilder("tag = ? and ");
        parameters.add(tags.getFirst());
        for (String tag : tags.subList(1, tags.size())) {
            where.append(AND_ALSO_TAGGED);
            parameters.add(tag);
        }
        branch("event_tag", where.toString(), criterion.types(), limit);
    }

    private void branch(String table, String where, Set<String> types, int limit) {
        String ofTypes = types.isEmpty() ? "" : " and type = any(?)";
        branches.add(
                "(select position from %s t where %s%s%s order by position limit %d)"
                        .formatted(table, where, BETWEEN, ofTypes, limit));
        parameters.add(after);
        parameters.add(upTo);
        if (!types.isEmpty()) {
            parameters.add(types.toArray(String[]::new));
        }
    }
}
