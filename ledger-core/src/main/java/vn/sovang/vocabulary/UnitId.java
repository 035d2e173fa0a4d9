package vn.sovang.vocabulary;

import java.util.UUID;

/// A unit of the state or of the base (*cơ quan, đơn vị*).
///
/// Identity of a legal unit over time. Never the statistical code: those are given again to other
/// units after mergers.
public record UnitId(UUID value) implements Id {
    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "unit:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
