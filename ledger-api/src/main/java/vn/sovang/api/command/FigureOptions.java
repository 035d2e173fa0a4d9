package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Options of `statistics` that ask for more than the half-year table.
final class FigureOptions {
    @Option(names = "--by", paramLabel = "DIMENSION,…", descriptionKey = "by-dimensions")
    private @Nullable String by;

    @Option(names = "--where", paramLabel = "DIMENSION=VALUE", descriptionKey = "where")
    private List<String> where = new ArrayList<>();

    @Option(names = "--distinct", descriptionKey = "distinct")
    private boolean distinct;

    @Option(names = "--trace", descriptionKey = "trace")
    private boolean trace;

    @Option(names = "--after", paramLabel = "CURSOR", descriptionKey = "after")
    private @Nullable String after;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
    private @Nullable String limit;

    @Option(names = "--compare", paramLabel = "PERIOD", descriptionKey = "compare")
    private @Nullable String compare;

    @Option(
            names = "--compare-known-at",
            paramLabel = "POSITION|TIME",
            descriptionKey = "compare-known-at")
    private @Nullable String compareKnownAt;

    @Option(names = "--form", paramLabel = "0601|0602|0603", descriptionKey = "form")
    private @Nullable String form;

    /// Whether any of them is given.
    boolean asks() {
        return by != null || !where.isEmpty() || distinct || trace || compares() || form != null;
    }

    boolean compares() {
        return compare != null || compareKnownAt != null;
    }

    /// Dimensions and values as the REST interface takes them.
    ///
    /// @throws Failure `PARAMETER_MALFORMED` for a `--where` without `=`
    Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (by != null) {
            parameters.put("by", List.of(by));
        }
        for (var one : where) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw Failure.at("where", FailureCode.PARAMETER_MALFORMED, one);
            }
            parameters
                    .computeIfAbsent(one.substring(0, equals), _ -> new ArrayList<>())
                    .add(one.substring(equals + 1));
        }
        return parameters;
    }

    boolean distinct() {
        return distinct;
    }

    boolean trace() {
        return trace;
    }

    @Nullable String after() {
        return after;
    }

    @Nullable String limit() {
        return limit;
    }

    @Nullable String compare() {
        return compare;
    }

    @Nullable String compareKnownAt() {
        return compareKnownAt;
    }

    @Nullable String form() {
        return form;
    }
}
