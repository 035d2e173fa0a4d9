package vn.sovang.projection.register;

import java.sql.SQLException;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Versions;
import vn.sovang.projection.register.RegisterTables.Campaigns;
import vn.sovang.projection.register.RegisterTables.SurveySheets;

/// Surveys and their sheets; what they say of the items themselves is folded by [CaseFold].
final class SurveyFold {
    private final Versions versions;

    SurveyFold(Versions versions) {
        this.versions = versions;
    }

    void apply(SurveyEvent event, Known known) throws SQLException {
        var day = known.fact().effectiveOn();
        switch (event) {
            case SurveyCampaignOpened e ->
                    versions.add(
                            Campaigns.TABLE,
                            Campaigns.TABLE
                                    .draft()
                                    .set(Campaigns.ID, e.campaign())
                                    .set(Campaigns.UNIT, e.unit())
                                    .set(Campaigns.AWARD, e.award())
                                    .set(Campaigns.SUBJECT, e.subject())
                                    .set(Campaigns.OPENED_ON, day)
                                    .set(Campaigns.POSITION, known.position())
                                    .row(),
                            known);
            case ItemSurveyed e -> sheet(e, known);
            case SurveyCampaignClosed e ->
                    versions.change(
                            Campaigns.TABLE,
                            e.campaign().value(),
                            row -> row.edit().set(Campaigns.CLOSED_ON, day).row(),
                            known);
        }
    }

    private void sheet(ItemSurveyed e, Known known) throws SQLException {
        var keeper = e.keeper();
        var draft =
                SurveySheets.TABLE
                        .draft()
                        .set(SurveySheets.POSITION, known.position())
                        .set(SurveySheets.CAMPAIGN, e.campaign())
                        .set(SurveySheets.RECIPIENT, e.recipient())
                        .set(SurveySheets.KIND, e.kind())
                        .set(SurveySheets.AWARD, e.award())
                        .set(SurveySheets.ARTIFACT, e.artifact())
                        .set(SurveySheets.CONDITION, e.condition())
                        .set(SurveySheets.LIFE, e.life())
                        .set(SurveySheets.KEEPER, keeper == null ? null : keeper.relation())
                        .set(SurveySheets.WARD, e.ward())
                        .set(SurveySheets.PROPOSED, e.proposed())
                        .set(SurveySheets.SEEN_ON, known.fact().effectiveOn());
        versions.add(SurveySheets.TABLE, draft.row(), known);
    }
}
