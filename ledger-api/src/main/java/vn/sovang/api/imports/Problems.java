package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong with a file, and what is only to be known. Owned by one reading.
final class Problems {
    /// More than this nobody reads; the rest shows once these are put right.
    static final int MAX = 500;

    private final Set<Problem> errors = new LinkedHashSet<>();
    private final Set<Problem> notices = new LinkedHashSet<>();
    private int dropped;

    void error(Problem problem) {
        if (errors.contains(problem)) {
            return;
        }
        if (errors.size() < MAX) {
            errors.add(problem);
        } else {
            dropped++;
        }
    }

    void notice(Problem problem) {
        if (notices.size() < MAX) {
            notices.add(problem);
        }
    }

    /// Whether whole sheets or columns could not be read: their rows would be missed everywhere.
    boolean isOfSheets() {
        return errors.stream().anyMatch(p -> p.row() == 0 || p.code() == ProblemCode.COLUMN_TWICE);
    }

    boolean none() {
        return errors.isEmpty();
    }

    List<Problem> errors() {
        var all = new ArrayList<>(errors);
        if (dropped > 0) {
            all.set(
                    MAX - 1,
                    Problem.ofFile(
                            ProblemCode.TOO_MANY_PROBLEMS,
                            Integer.toString(MAX - 1),
                            Integer.toString(dropped + 1)));
        }
        return List.copyOf(all);
    }

    List<Problem> notices() {
        return List.copyOf(notices);
    }
}
