package vn.sovang.projection.anomaly;

import java.util.List;

/// Every docket there is. A rule whose docket is not listed here finds nothing.
final class Dockets {
    static final List<Docket<?>> ALL =
            List.of(
                    new AsFoundMarks(),
                    new ExceptionUses(),
                    new ReportClaims(),
                    new PaperSeries(),
                    new PaperSymbols(),
                    new UnitClaims(),
                    new ReissueCases(),
                    new DecisionSeries(),
                    new DecisionSheets(),
                    new LateDays(),
                    new ImportFiles(),
                    new NominationFiles(),
                    new Recoveries(),
                    new Items(),
                    new Prizes(),
                    new MotherItems(),
                    new Recipients(),
                    new UnitEnds(),
                    new Shares());

    private Dockets() {}
}
