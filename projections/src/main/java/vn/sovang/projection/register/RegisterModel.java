package vn.sovang.projection.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sovang.event.AnomalyEvent;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DutyEvent;
import vn.sovang.event.EvidenceEvent;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.LedgerOpened;
import vn.sovang.event.NominationEvent;
import vn.sovang.event.PrivacyEvent;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReportEvent;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.UnitEvent;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.VersionedTable;
import vn.sovang.projection.readmodel.Versions;
import vn.sovang.projection.register.RegisterTables.Artifacts;
import vn.sovang.projection.register.RegisterTables.AwardTypes;
import vn.sovang.projection.register.RegisterTables.Awards;
import vn.sovang.projection.register.RegisterTables.Campaigns;
import vn.sovang.projection.register.RegisterTables.Cases;
import vn.sovang.projection.register.RegisterTables.Contacts;
import vn.sovang.projection.register.RegisterTables.Decisions;
import vn.sovang.projection.register.RegisterTables.Nominations;
import vn.sovang.projection.register.RegisterTables.Recipients;
import vn.sovang.projection.register.RegisterTables.Units;

/// Folds events into the states of the register's rows and writes each of them.
public final class RegisterModel implements ReadModel {
    private static final Map<String, VersionedTable> BY_TAG =
            Map.of(
                    "award", Awards.TABLE,
                    "decision-id", Decisions.TABLE,
                    "nomination", Nominations.TABLE,
                    "artifact", Artifacts.TABLE,
                    "case", Cases.TABLE,
                    "recipient", Recipients.TABLE,
                    "subject", Contacts.TABLE,
                    "unit", Units.TABLE,
                    "award-type", AwardTypes.TABLE,
                    "campaign", Campaigns.TABLE);

    /// What most events name and few change.
    private static final Set<String> NAMED_OFTEN =
            Set.of("recipient", "subject", "unit", "award-type");

    @Override
    public String name() {
        return "register";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public String ddl() {
        return RegisterTables.ddl();
    }

    @Override
    public String indexes() {
        return RegisterTables.INDEXES;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        var versions = new Versions(connection);
        expect(events, versions);
        var reference = new ReferenceFold(versions);
        var nominations = new NominationFold(versions);
        var awards = new AwardFold(versions);
        var cases = new CaseFold(versions);
        var surveys = new SurveyFold(versions);
        for (Known known : events) {
            switch (known.fact().event()) {
                case UnitEvent e -> reference.apply(e, known);
                case AwardTypeDefined e -> reference.apply(e, known);
                case RecipientEvent e -> reference.apply(e, known);
                case CatalogueEvent e -> reference.apply(e, known);
                case PrivacyEvent e -> reference.apply(e, known);
                case NominationEvent e -> nominations.apply(e, known);
                case DecisionEvent e -> awards.apply(e, known);
                case AwardEvent e -> awards.apply(e, known);
                case ArtifactEvent e -> cases.apply(e, known);
                case ReissueEvent e -> cases.apply(e, known);
                case SurveyEvent e -> {
                    cases.apply(e, known);
                    surveys.apply(e, known);
                }
                case LedgerOpened _,
                        SigningKeyEvent _,
                        ReportEvent _,
                        EvidenceEvent _,
                        DutyEvent _,
                        AnomalyEvent _,
                        InspectionEvent _,
                        ImportCompleted _,
                        ImportAborted _ -> {}
            }
        }
        versions.flush();
    }

    /// Reads the rows that the events name, one query a table.
    private static void expect(List<Known> events, Versions versions) throws SQLException {
        var named = new LinkedHashMap<VersionedTable, Set<Object>>();
        for (Known known : events) {
            boolean reference =
                    switch (known.fact().event()) {
                        case UnitEvent _,
                                AwardTypeDefined _,
                                RecipientEvent _,
                                CatalogueEvent _,
                                PrivacyEvent _ ->
                                true;
                        default -> false;
                    };
            for (String tag : known.fact().tags()) {
                int colon = tag.indexOf(':');
                String kind = tag.substring(0, colon);
                VersionedTable table = BY_TAG.get(kind);
                if (table != null && (reference || !NAMED_OFTEN.contains(kind))) {
                    String id = tag.substring(colon + 1);
                    named.computeIfAbsent(table, _ -> new LinkedHashSet<>())
                            .add(table == AwardTypes.TABLE ? id : UUID.fromString(id));
                }
            }
        }
        for (var keys : named.entrySet()) {
            versions.expect(keys.getKey(), keys.getValue());
        }
        versions.expect(
                Decisions.TABLE,
                versions.present(Awards.TABLE).stream()
                        .map(award -> award.need(Awards.DECISION).value())
                        .toList());
    }
}
