package vn.sovang.seal;

import java.sql.Connection;
import java.sql.SQLException;
import vn.sovang.postgres.SchemaRights;
import vn.sovang.seal.Finding.What;
import vn.sovang.seal.LedgerCheck.Findings;

/// Who may do what to the tables of both logs.
public final class RightsCheck implements LedgerCheck.Part {
    @Override
    public void check(Connection connection, Findings findings) throws SQLException {
        for (var deviation : SchemaRights.deviations(connection)) {
            if (deviation.grave()) {
                findings.found(What.RIGHTS, 0, deviation.what());
            } else {
                findings.noted(What.RIGHTS, deviation.what());
            }
        }
    }
}
