package vn.sovang.seal;

import java.util.Map;

/// How far what is derived from the log has come, by name; whoever derives it implements this. A
/// position beyond the log's end means that the log was cut, or the tables are another log's.
@FunctionalInterface
public interface ReadModelPositions {
    /// Nothing is derived.
    ReadModelPositions NONE = Map::of;

    Map<String, Long> positions();
}
