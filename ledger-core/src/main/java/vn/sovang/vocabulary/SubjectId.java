package vn.sovang.vocabulary;

import java.util.UUID;

/// One whose data are sealed under a key of their own (*chủ thể dữ liệu*): a recipient, or a
/// relative who is only in touch with the office. The value is the subject of the seals.
///
/// Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Điều 4: the rights are the subject's, so is the key.
public record SubjectId(UUID value) implements Id {
    public static SubjectId of(String text) {
        return new SubjectId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "subject:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
