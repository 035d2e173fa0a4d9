package vn.sovang.vocabulary;

/// A value that no field of the ledger can hold, such as a blank code or a text with a control
/// character. Raised by constructors; edges turn it into an error at the field it names.
public final class IllegalValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public IllegalValue(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
    }

    /// The name of the value type or field that refused, in English.
    public String field() {
        return field;
    }
}
