package vn.sovang.projection.register;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.sovang.event.SurveyEvent.ItemCount;
import vn.sovang.event.SurveyEvent.ProposalCount;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Surveys of items in people's hands and what they found (*khảo sát hiện vật khen thưởng*), as the
/// register knew them at its moment.
public final class Surveys {
    private static final String CAMPAIGNS =
            """
            select c.*, u.authority_name, coalesce(t.name_vi, c.award) as award_name,
                (select count(*) from survey_sheet s
                    where s.campaign = c.campaign_id and :known(s)) as surveyed,
                (select count(*) from survey_sheet s
                    where s.campaign = c.campaign_id and s.award is null and :known(s))
                    as without_decision
            from campaign c
            left join unit u on u.unit_id = c.unit and :known(u)
            left join award_type t on t.code = c.award and :known(t)
            """;

    private static final String ALL =
            CAMPAIGNS + "where :known(c) order by c.opened_on desc, c.position desc limit ?";

    private static final String ONE = CAMPAIGNS + "where c.campaign_id = ? and :known(c)";

    private static final String SHEETS =
            """
            select s.*, u.name as ward_name
            from survey_sheet s
            left join unit u on u.unit_id = s.ward and :known(u)
            where s.campaign = ? and :known(s)
            order by s.position desc
            limit ?
            """;

    private static final String ITEMS =
            """
            select ward, kind, condition, life, count(*) as many
            from survey_sheet s
            where campaign = ? and :known(s)
            group by ward, kind, condition, life
            order by kind, condition, life, ward
            """;

    private static final String PROPOSALS =
            """
            select proposed, count(*) as many
            from survey_sheet s
            where campaign = ? and proposed is not null and :known(s)
            group by proposed
            order by proposed
            """;

    private final Register register;

    Surveys(Register register) {
        this.register = register;
    }

    /// The newest first, at most [Register#MAX_PAGE].
    public List<CampaignRow> all() {
        return register.list(ALL, Surveys::campaign, Register.MAX_PAGE);
    }

    public Optional<CampaignRow> find(CampaignId id) {
        return register.list(ONE, Surveys::campaign, id).stream().findFirst();
    }

    /// Sheets of a survey, the newest first.
    ///
    /// @param limit rows wanted, 1 to [Register#MAX_PAGE]
    public List<SurveySheetRow> sheets(CampaignId campaign, int limit) {
        return register.list(
                SHEETS, Surveys::sheet, campaign, Math.clamp(limit, 1, Register.MAX_PAGE));
    }

    /// What the sheets of a survey come to, as its end has to report it.
    public Summary summary(CampaignRow campaign) {
        return new Summary(
                register.list(ITEMS, Surveys::items, campaign.id()),
                register.list(
                        PROPOSALS,
                        row ->
                                new ProposalCount(
                                        ReissueKind.valueOf(row.getString("proposed")),
                                        row.getInt("many")),
                        campaign.id()),
                campaign.surveyed(),
                campaign.withoutDecision());
    }

    private static ItemCount items(ResultSet row) throws SQLException {
        return new ItemCount(
                optional(uuid(row, "ward"), UnitId::new),
                ArtifactKind.valueOf(row.getString("kind")),
                ArtifactCondition.valueOf(row.getString("condition")),
                LifeStatus.valueOf(row.getString("life")),
                row.getInt("many"));
    }

    private static CampaignRow campaign(ResultSet row) throws SQLException {
        return new CampaignRow(
                new CampaignId(uuid(row, "campaign_id")),
                new UnitId(uuid(row, "unit")),
                row.getString("authority_name"),
                new AwardCode(row.getString("award")),
                row.getString("award_name"),
                row.getString("subject"),
                day(row, "opened_on"),
                optional(row.getObject("closed_on", LocalDate.class), d -> d),
                row.getInt("surveyed"),
                row.getInt("without_decision"),
                row.getLong("position"));
    }

    private static SurveySheetRow sheet(ResultSet row) throws SQLException {
        return new SurveySheetRow(
                new RecipientId(uuid(row, "recipient")),
                ArtifactKind.valueOf(row.getString("kind")),
                optional(uuid(row, "award"), AwardId::new),
                optional(uuid(row, "artifact"), ArtifactId::new),
                ArtifactCondition.valueOf(row.getString("condition")),
                LifeStatus.valueOf(row.getString("life")),
                optional(row.getString("keeper"), KeeperRelation::valueOf),
                optional(uuid(row, "ward"), UnitId::new),
                row.getString("ward_name"),
                optional(row.getString("proposed"), ReissueKind::valueOf),
                day(row, "seen_on"),
                row.getLong("position"));
    }
}
