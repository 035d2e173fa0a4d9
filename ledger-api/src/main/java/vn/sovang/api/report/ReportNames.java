package vn.sovang.api.report;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.Projections;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitId;

/// Names of units and awards as the ledger has them now, each looked up once. For one answer.
public final class ReportNames {
    private final Projections projections;
    private final Map<UnitId, String> units = new HashMap<>();
    private final Map<String, String> awards = new HashMap<>();

    public ReportNames(Projections projections) {
        this.projections = projections;
    }

    /// Name of the unit's deciding body; its identity if it was never registered; null for none.
    public @Nullable String unit(@Nullable UnitId id) {
        return id == null
                ? null
                : units.computeIfAbsent(
                        id,
                        u ->
                                projections
                                        .statistics()
                                        .unit(u)
                                        .map(UnitName::authorityName)
                                        .orElse(u.toString()));
    }

    /// Name in the catalogue; the code where it has none.
    public String award(AwardCode code) {
        if (awards.isEmpty()) {
            projections
                    .register()
                    .awardTypes()
                    .forEach(type -> awards.put(type.code().value(), type.nameVi()));
        }
        return awards.getOrDefault(code.value(), code.value());
    }

    /// A paper in one line, or that there is none and why.
    public static String document(Document document, Messages texts) {
        return switch (document) {
            case Document.Paper p ->
                    p.date() == null
                            ? texts.text("history.document.undated", p.number(), p.authority())
                            : texts.text(
                                    "history.document.paper",
                                    p.number(),
                                    new VietnameseFormat().documentDate(p.date()),
                                    p.authority());
            case Document.None(var reason) -> texts.text("history.document.none", reason);
        };
    }
}
