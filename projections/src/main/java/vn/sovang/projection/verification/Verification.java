package vn.sovang.projection.verification;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.verification.Verified.Replacement;
import vn.sovang.verification.VerificationKeys;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.VerificationCode;

/// Finds what a code stands on, and the code of a thing.
///
/// Every query throws `NotBuiltYet` while the tables are built for the first time.
public final class Verification {
    private static final String FIND =
            """
            select c.thing, c.award, c.item, r.on_day
            from code c
            left join restored r on r.award = c.award and r.position <= ?
            where c.fingerprint = ? and c.position <= ?
            """;

    private static final String OF_THING = "select position, fingerprint from code where thing = ?";

    private final LiveTables tables;
    private final VerificationKeys keys;

    public Verification(LiveTables tables, VerificationKeys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    private record Row(UUID thing, AwardId award, boolean item, @Nullable LocalDate givenBack) {}

    /// The code of an item or award line; the same for ever.
    ///
    /// @return empty for what is none, and where the secrets at hand are not those that the tables
    ///   were made with: such a code would not be answered
    public Optional<VerificationCode> codeOf(Id thing) {
        return tables.query(connection ->
                Sql.first(connection, OF_THING, row -> code(thing, row), thing)
                        .flatMap(code -> code));
    }

    private Optional<VerificationCode> code(Id thing, ResultSet row) throws SQLException {
        var code = keys.codeOf(thing, row.getLong("position"));
        boolean known =
                MessageDigest.isEqual(
                        row.getBytes("fingerprint"), VerificationKeys.fingerprint(code));
        return known ? Optional.of(code) : Optional.empty();
    }

    /// Waits until the tables know the log up to the position.
    ///
    /// @return false when the time was up before
    public boolean await(long position, Duration timeout) {
        return tables.await(position, timeout);
    }

    /// How what the code stands on stood at a moment; empty for a code that nobody issued by then.
    ///
    /// @param register at the moment
    /// @param position of the moment
    public Optional<Verified> find(VerificationCode code, Register register, long position) {
        byte[] fingerprint = VerificationKeys.fingerprint(code);
        var row =
                tables.query(connection ->
                        Sql.first(
                                connection,
                                FIND,
                                Verification::row,
                                position,
                                fingerprint,
                                position));
        return row.flatMap(
                found -> register.award(found.award()).map(award -> told(found, award, register)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.uuid(row, "thing"),
                new AwardId(Sql.uuid(row, "award")),
                row.getBoolean("item"),
                row.getObject("on_day", LocalDate.class));
    }

    private static Verified told(Row row, AwardRow award, Register register) {
        var item = row.item() ? register.artifact(new ArtifactId(row.thing())).orElse(null) : null;
        return Verified.of(
                award,
                item,
                item == null ? null : replacement(item, award, row.givenBack(), register),
                row.givenBack());
    }

    private static @Nullable Replacement replacement(
            ArtifactRow item, AwardRow award, @Nullable LocalDate givenBack, Register register) {
        var by = item.replacedBy();
        if (by == null) {
            return null;
        }
        return register.artifact(by)
                .map(other -> {
                    var under = other.reissueCase();
                    var kind =
                            under == null
                                    ? null
                                    : register.reissueCase(under)
                                            .map(c -> c.subject().kind())
                                            .orElse(null);
                    return new Replacement(
                            kind, other.issuedOn(), Standing.of(award, other, givenBack != null));
                })
                .orElse(null);
    }
}
