package vn.sovang.vocabulary;

/// Up to where the log is looked at (*điểm chốt*): a checkpoint that was published, so that anybody
/// who keeps it can tell whether it is the same log.
///
/// @param size events covered: positions 1 to `size`
/// @param rootHash root of that checkpoint's tree, base64 as in the checkpoint
public record CutOff(long size, String rootHash) {
    public CutOff {
        if (size < 1) {
            throw new IllegalValue("cut-off", "nothing was recorded by then: " + size);
        }
        rootHash = Text.of("root hash", rootHash);
    }
}
