package vn.sovang.vocabulary;

/// Number printed on a certificate or struck on a medal, as written (*số bằng, số sổ vàng*).
public record SerialNumber(String value) {
    public SerialNumber {
        value = Text.of("serial", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
