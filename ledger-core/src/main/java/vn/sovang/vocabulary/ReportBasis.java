package vn.sovang.vocabulary;

/// What the figures of a report rest on (*căn cứ số liệu*).
///
/// @param cutOff position up to which the ledger's events are counted (*điểm chốt số liệu*)
/// @param checkpointSize events covered by the signed checkpoint that holds them
/// @param rootHash root of that checkpoint's tree, base64 as in the checkpoint
public record ReportBasis(long cutOff, ReportView view, long checkpointSize, String rootHash) {
    public ReportBasis {
        if (cutOff < 0) {
            throw new IllegalValue("cut-off", "below 0: " + cutOff);
        }
        rootHash = Text.of("root hash", rootHash);
    }
}
