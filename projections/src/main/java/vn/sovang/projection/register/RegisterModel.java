package vn.sovang.projection.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sovang.event.AnomalyEvent;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DutyEvent;
import vn.sovang.event.EvidenceEvent;
import vn.sovang.event.ImportCompleted;
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
import vn.sovang.projection.readmodel.Writes;

/// Writes the register.
public final class RegisterModel implements ReadModel {
    @Override
    public String name() {
        return "register";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String ddl() {
        return RegisterTables.DDL;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (Writes writes = new Writes(connection)) {
            var reference = new ReferenceWriter(writes);
            var nominations = new NominationWriter(writes);
            var awards = new AwardWriter(writes);
            var cases = new CaseWriter(writes);
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
                    case SurveyEvent e -> cases.apply(e, known);
                    case LedgerOpened _,
                            SigningKeyEvent _,
                            ReportEvent _,
                            EvidenceEvent _,
                            DutyEvent _,
                            AnomalyEvent _,
                            ImportCompleted _ -> {}
                }
            }
        }
    }
}
