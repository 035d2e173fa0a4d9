package vn.sovang.vocabulary;

/// Number under which a certificate stands in the golden book (*số sổ vàng, số vào sổ*), as
/// written. Books are kept by level and year, so the same number comes again every year.
public record GoldenBookNumber(String value) {
    public GoldenBookNumber {
        value = Text.of("golden book number", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
