package vn.sovang.api.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.evidence.BundleProblem;
import vn.sovang.evidence.BundleReport;
import vn.sovang.evidence.BundleReport.Standing;
import vn.sovang.tlog.VerifierKey;

/// What verifying a bundle came to, for programs.
record BundleJson(
        String kind,
        boolean sound,
        @Nullable String subject,
        @Nullable String origin,
        long size,
        int leaves,
        int opened,
        int unopened,
        List<String> signers,
        boolean keyFromBundle,
        Standing inclusion,
        Standing unaltered,
        long unalteredSince,
        Standing complete,
        List<BundleProblem> problems) {
    static BundleJson of(BundleReport report) {
        return new BundleJson(
                "BUNDLE",
                report.sound(),
                report.subject(),
                report.origin(),
                report.size(),
                report.leaves(),
                report.opened(),
                report.unopened(),
                report.signers().stream().map(VerifierKey::toString).toList(),
                report.keyFromBundle(),
                report.inclusion(),
                report.unaltered(),
                report.unalteredSince(),
                report.complete(),
                report.problems());
    }
}
