package vn.sovang.privacy;

import java.util.List;
import vn.sovang.vocabulary.Sealed;

/// Where every unmasking is entered before it happens (*nhật ký truy cập dữ liệu cá nhân*).
public interface UnmaskingLog {
    /// Enters who is about to see what. Durable when this returns; if it throws, nothing is shown.
    void record(Unmasking unmasking, List<Sealed> fields);
}
