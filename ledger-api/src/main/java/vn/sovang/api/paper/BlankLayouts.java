package vn.sovang.api.paper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.postgres.Tx;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;

/// The layouts of an installation's blanks, beside both logs: where a printer puts ink is a matter
/// of the office's paper, and decides nothing. No version is ever changed.
public final class BlankLayouts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String NEWEST =
            """
            select version, layout
            from door.blank_layout
            where award = ? and artifact = ?
            order by version desc
            limit 1
            """;

    private static final String ADD =
            """
            insert into door.blank_layout (award, artifact, version, layout, changed_by)
            values (?, ?, ? + 1, ?::jsonb, ?)
            on conflict do nothing
            """;

    private final Tx tx;

    /// @param door a pool of the role `sovang_door`; not closed
    public BlankLayouts(DataSource door) {
        this.tx = new Tx(door);
    }

    /// A blank: of which award, and which of its artifacts.
    public record Blank(AwardCode award, ArtifactKind artifact) {}

    /// A layout and its version; 0 until the office has adjusted it.
    public record Versioned(BlankLayout layout, int version) {}

    public Versioned find(Blank blank) {
        return tx.query(connection -> newest(connection, blank))
                .orElseGet(() -> new Versioned(BlankLayout.USUAL, 0));
    }

    private static Optional<Versioned> newest(Connection connection, Blank blank)
            throws SQLException {
        try (var statement = connection.prepareStatement(NEWEST)) {
            statement.setString(1, blank.award().value());
            statement.setString(2, blank.artifact().name());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(read(rows.getString(2), rows.getInt(1)))
                        : Optional.empty();
            }
        }
    }

    private static Versioned read(@Nullable String layout, int version) {
        return new Versioned(JSON.readValue(String.valueOf(layout), BlankLayout.class), version);
    }

    /// Keeps a further version.
    ///
    /// @param changed the layout, and the version that it was made of
    /// @param by opaque user id
    /// @return false where that is not the newest any more: what somebody else kept should be
    ///   looked at first
    public boolean save(Blank blank, Versioned changed, String by) {
        return tx.call(connection -> {
            try (var statement = connection.prepareStatement(ADD)) {
                statement.setString(1, blank.award().value());
                statement.setString(2, blank.artifact().name());
                statement.setInt(3, changed.version());
                statement.setString(4, JSON.writeValueAsString(changed.layout()));
                statement.setString(5, by);
                return statement.executeUpdate() == 1;
            }
        });
    }
}
