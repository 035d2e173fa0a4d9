package vn.sovang.evidence;

import vn.sovang.evidence.BundleProblem.What;

/// Bytes that are no bundle: the first thing that is wrong with them.
final class MalformedBundle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BundleProblem problem;

    MalformedBundle(What what, String where, String detail) {
        super(what + " " + where + ": " + detail);
        this.problem = new BundleProblem(what, where, detail);
    }

    MalformedBundle(What what, String where, String detail, Throwable cause) {
        super(what + " " + where + ": " + detail, cause);
        this.problem = new BundleProblem(what, where, detail);
    }

    BundleProblem problem() {
        return problem;
    }
}
