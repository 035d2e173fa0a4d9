package vn.sovang.vocabulary;

import org.jspecify.annotations.Nullable;

/// Whoever asks for an item, or receives it, in the recipient's place or as the recipient (*người
/// đề nghị, người nhận*).
///
/// @param authorisationSha256 lower-case hex SHA-256 of the authorisation (*giấy ủy quyền*); a
///   relative needs one
/// @param noDispute the family stated in writing that nobody disputes it (*cam kết không tranh
///   chấp*)
public record Claimant(
        KeeperRelation relation,
        @Nullable Sealed name,
        @Nullable String authorisationSha256,
        boolean noDispute) {
    private static final java.util.regex.Pattern SHA256 =
            java.util.regex.Pattern.compile("[0-9a-f]{64}");

    public Claimant {
        if (authorisationSha256 != null) {
            authorisationSha256 = Text.of("authorisation", authorisationSha256);
        }
    }

    /// Whether the papers that let somebody act in the recipient's place are there.
    public boolean authorised() {
        return relation == KeeperRelation.SELF
                || (authorisationSha256 != null && SHA256.matcher(authorisationSha256).matches());
    }
}
