package vn.sovang.vocabulary;

/// Number and symbol of a document exactly as written (*số, ký hiệu*), such as `125/QĐ-UBND`.
///
/// Never parsed strictly: symbols from before 2004 follow no pattern, and a paper that nobody can
/// parse must still be kept.
public record DocumentNumber(String asWritten) {
    public DocumentNumber {
        asWritten = Text.of("document number", asWritten);
    }

    /// The form used to tell whether two papers carry the same number: spaces removed, upper case.
    public String folded() {
        return asWritten.replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return asWritten;
    }
}
