package vn.sovang.seal;

import java.util.List;

/// Checkpoints of this log that lie out of the office's reach. Before anything is signed the log is
/// compared with all of them.
public interface OutsideCheckpoints {
    /// Nobody else keeps any.
    OutsideCheckpoints NONE =
            new OutsideCheckpoints() {
                @Override
                public List<OutsideCheckpoint> known() {
                    return List.of();
                }

                @Override
                public List<OutsideCheckpoint> now() {
                    return List.of();
                }
            };

    /// Those that could be had at the first call. Waits for others no longer than a few seconds,
    /// once.
    List<OutsideCheckpoint> known();

    /// Those that can be had now. Waits for others no longer than a few seconds.
    List<OutsideCheckpoint> now();
}
