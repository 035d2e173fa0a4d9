package vn.sovang.projection.statistics;

import org.jspecify.annotations.Nullable;

/// By what figures are broken down (*phân tổ*). The measure, and with it the stage, is always one.
public enum Dimension {
    AWARD("award"),
    RANK("rank"),
    LEVEL("level"),
    RECIPIENT_KIND("recipientKind"),
    /// The six classes of persons and the classes of collectives of the official forms (*phân loại
    /// đối tượng*, TT 02/2023/TT-BNV). No event tells it, so it is `KHONG_RO` for every line.
    RECIPIENT_CLASS("recipientClass"),
    /// *Phương thức khen thưởng*.
    COMMENDATION_TYPE("commendationType"),
    AUTHORITY("authority"),
    PROPOSING_UNIT("proposingUnit"),
    RECIPIENT_UNIT("recipientUnit"),
    REISSUE_KIND("reissueKind"),
    ARTIFACT_KIND("artifactKind");

    /// What no paper says (*chưa rõ*).
    public static final String UNKNOWN = "KHONG_RO";

    private final String field;

    Dimension(String field) {
        this.field = field;
    }

    /// Its name for programs.
    public String field() {
        return field;
    }

    /// Whether its values are identities of units.
    public boolean isUnit() {
        return this == AUTHORITY || this == PROPOSING_UNIT || this == RECIPIENT_UNIT;
    }

    /// The cell's value, [#UNKNOWN] where the paper does not say. What a measure has none of is
    /// unknown of all its lines.
    public String of(Cell cell) {
        return switch (this) {
            case AWARD -> cell.award().value();
            case RANK -> text(cell.rank());
            case LEVEL -> cell.level().name();
            case RECIPIENT_KIND -> text(cell.recipientKind());
            case RECIPIENT_CLASS -> UNKNOWN;
            case COMMENDATION_TYPE -> text(cell.commendationType());
            case AUTHORITY, PROPOSING_UNIT, RECIPIENT_UNIT -> text(unit(cell));
            case REISSUE_KIND -> text(cell.reissueKind());
            case ARTIFACT_KIND -> text(cell.artifactKind());
        };
    }

    /// The cell's unit; null where the paper does not say, and for dimensions that are no units.
    public @Nullable UnitName unit(Cell cell) {
        return switch (this) {
            case AUTHORITY -> cell.authority();
            case PROPOSING_UNIT -> cell.proposingUnit();
            case RECIPIENT_UNIT -> cell.recipientUnit();
            default -> null;
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> UNKNOWN;
            case UnitName unit -> unit.id().toString();
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }
}
