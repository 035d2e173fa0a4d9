package vn.sovang.api.command;

import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.text.Problem;

/// Failures for programs that read the command line's output, as the service would send them.
final class ProblemJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemJson() {}

    static String write(Problem problem) {
        return JSON.writeValueAsString(problem);
    }
}
