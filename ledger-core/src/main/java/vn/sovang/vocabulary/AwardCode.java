package vn.sovang.vocabulary;

import java.util.regex.Pattern;

/// Code of an award type in the catalogue (*danh hiệu thi đua, hình thức khen thưởng*), such as
/// `BK_TINH`.
public record AwardCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    /// The award is not named by the paper (*chưa rõ*): a legal value, never a guess.
    public static final AwardCode UNKNOWN = new AwardCode("KHONG_RO");

    public AwardCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalValue("award", "not an award code: " + value);
        }
    }

    public String tag() {
        return "award-type:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
