package vn.sovang.api.readmodel;

import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.RebuildProgress;
import vn.sovang.projection.Rebuilds;
import vn.sovang.projection.Rebuilds.Asked;

/// What command line and network ask of rebuilds, with failures for what cannot be.
public final class RebuildRequests {
    private RebuildRequests() {}

    /// @throws Failure why it is not granted
    public static void require(Asked asked, String name) {
        FailureCode code =
                switch (asked) {
                    case GRANTED -> null;
                    case NO_SUCH_MODEL -> FailureCode.READ_MODEL_UNKNOWN;
                    case NEWER_VERSION -> FailureCode.READ_MODEL_NEWER;
                    case PAUSED -> FailureCode.REBUILD_PAUSED;
                    case NOT_RUNNING -> FailureCode.REBUILD_NOT_RUNNING;
                    case NOT_PAUSED -> FailureCode.REBUILD_NOT_PAUSED;
                    case NOTHING_KEPT -> FailureCode.OLD_TABLES_NOT_KEPT;
                };
        if (code != null) {
            throw Failure.of(code, "name", name);
        }
    }

    /// @throws Failure `READ_MODEL_UNKNOWN`, `REBUILD_NOT_FOUND`
    public static RebuildProgress progress(Rebuilds rebuilds, String name) {
        requireKnown(rebuilds, name);
        return rebuilds.progress(name)
                .orElseThrow(() -> Failure.of(FailureCode.REBUILD_NOT_FOUND, "name", name));
    }

    /// @throws Failure `READ_MODEL_UNKNOWN`
    public static void requireKnown(Rebuilds rebuilds, String name) {
        if (!rebuilds.names().contains(name)) {
            throw Failure.of(FailureCode.READ_MODEL_UNKNOWN, "name", name);
        }
    }
}
