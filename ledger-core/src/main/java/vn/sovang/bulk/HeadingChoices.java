package vn.sovang.bulk;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import vn.sovang.postgres.Tx;

/// What offices said that their own headings mean, by the headings of a whole sheet. No part of any
/// log: what is lost here is asked again.
public final class HeadingChoices {
    private static final String FIND =
            "select column_key, field from staging.heading where office = ? and signature = ?";

    private static final String REMEMBER =
            """
            insert into staging.heading (office, signature, column_key, field, by_user)
            values (?, ?, ?, ?, ?)
            on conflict (office, signature, column_key) do update
            set field = excluded.field, by_user = excluded.by_user, chosen_at = now()
            """;

    private final Tx tx;

    HeadingChoices(DataSource ledger) {
        this.tx = new Tx(ledger);
    }

    /// A sheet of one office.
    ///
    /// @param office id of the unit; empty for the office that keeps the register
    /// @param signature of all headings of the sheet
    public record Sheet(String office, String signature) {}

    /// What was chosen for the sheet: a field, or nothing for a column to leave out, by column.
    public Map<String, String> find(Sheet sheet) {
        return tx.query(connection -> {
            var chosen = new HashMap<String, String>();
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setString(1, sheet.office());
                statement.setString(2, sheet.signature());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        chosen.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
            return chosen;
        });
    }

    /// Keeps what somebody chose, instead of what was chosen before.
    public void remember(Sheet sheet, Map<String, String> chosen, String by) {
        tx.call(connection -> {
            try (var statement = connection.prepareStatement(REMEMBER)) {
                for (var choice : chosen.entrySet()) {
                    statement.setString(1, sheet.office());
                    statement.setString(2, sheet.signature());
                    statement.setString(3, choice.getKey());
                    statement.setString(4, choice.getValue());
                    statement.setString(5, by);
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }
}
