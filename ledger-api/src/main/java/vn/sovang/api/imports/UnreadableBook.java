package vn.sovang.api.imports;

/// A file that cannot be read as a workbook, and why. Never leaves the package: callers get the
/// problem as a value.
final class UnreadableBook extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableBook(ProblemCode code, String... arguments) {
        this(Problem.ofFile(code, arguments));
    }

    UnreadableBook(Problem problem) {
        super(problem.code().name());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
