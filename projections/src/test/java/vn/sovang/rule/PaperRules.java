package vn.sovang.rule;

import java.util.Set;
import vn.sovang.decider.RefusalCode;

/// The rules that a signed paper may break, for tests of readers.
public final class PaperRules {
    private PaperRules() {}

    public static Set<RefusalCode> all() {
        return Set.copyOf(Verdict.BIND_ACTS_ONLY);
    }
}
