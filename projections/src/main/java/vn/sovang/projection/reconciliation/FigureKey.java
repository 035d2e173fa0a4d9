package vn.sovang.projection.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.UnitId;

/// What tells one figure of a reconciliation from another: the dimensions an issued report keeps.
/// Cells that differ in other dimensions only are one figure here.
public record FigureKey(
        Measure measure,
        AwardCode award,
        AwardLevel level,
        @Nullable RecipientKind recipientKind,
        @Nullable CommendationType commendationType,
        @Nullable UnitId authority,
        @Nullable UnitId proposingUnit,
        @Nullable UnitId recipientUnit,
        @Nullable ReissueKind reissueKind) {
    /// By stage, then level and award.
    static final Comparator<FigureKey> ORDER =
            Comparator.comparing(FigureKey::measure)
                    .thenComparing(FigureKey::level)
                    .thenComparing(FigureKey::toString);

    public static FigureKey of(Cell cell) {
        return new FigureKey(
                cell.measure(),
                cell.award(),
                cell.level(),
                cell.recipientKind(),
                cell.commendationType(),
                id(cell.authority()),
                id(cell.proposingUnit()),
                id(cell.recipientUnit()),
                cell.reissueKind());
    }

    /// @param authority that of the report
    public static FigureKey of(ReportFigure figure, UnitId authority) {
        return new FigureKey(
                Measure.valueOf(figure.measure()),
                figure.award(),
                figure.level(),
                figure.recipientKind(),
                figure.commendationType(),
                authority,
                figure.proposingUnit(),
                figure.recipientUnit(),
                figure.reissueKind());
    }

    /// The figure as a report keeps it.
    public ReportFigure figure(long count) {
        return new ReportFigure(
                measure.name(),
                award,
                level,
                recipientKind,
                commendationType,
                proposingUnit,
                recipientUnit,
                reissueKind,
                count);
    }

    List<UnitId> units() {
        return Stream.of(authority, proposingUnit, recipientUnit)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable UnitId id(@Nullable UnitName unit) {
        return unit == null ? null : unit.id();
    }
}
