package vn.sovang.seal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.sovang.seal.Finding.What;
import vn.sovang.seal.LedgerCheck.Findings;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteSignature;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.WitnessPolicy;

/// Verifies every cosignature in the database again: against the checkpoint beside it and against
/// the keys of the policy. A witness that retired stays in the policy, outside the quorum, or its
/// cosignatures can be verified no more.
public final class CosignatureCheck implements LedgerCheck.Part {
    private static final int FETCH = 1_000;

    private static final String ALL =
            """
            select k.size, k.witness, k.key_id, k.cosigned_at, k.line, c.note
            from cosignature k
            left join checkpoint c on c.size = k.size
            order by k.size, k.witness, k.key_id, k.cosigned_at
            """;

    private final WitnessPolicy policy;

    public CosignatureCheck(WitnessPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void check(Connection connection, Findings findings) throws SQLException {
        try (var statement = connection.prepareStatement(ALL)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    long size = rows.getLong(1);
                    var witness = rows.getString(2);
                    wrong(rows)
                            .ifPresent(what ->
                                    findings.found(
                                            What.COSIGNATURE, size, "by " + witness + ": " + what));
                }
            }
        }
    }

    private Optional<String> wrong(ResultSet rows) throws SQLException {
        var note = rows.getString(6);
        if (rows.wasNull()) {
            return Optional.of("there is no checkpoint of that size");
        }
        try {
            var line = NoteSignature.parse(rows.getString(5));
            var text = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).textBytes();
            var witness = Cosignatures.witness(policy, line);
            if (witness.isEmpty()) {
                return Optional.of("no witness of the policy has the key of its line");
            }
            var key = witness.get().key();
            if (!key.verifies(text, line)) {
                return Optional.of("it is not a signature of the checkpoint");
            }
            var at = rows.getObject(4, OffsetDateTime.class).toInstant();
            boolean same =
                    key.name().equals(rows.getString(2))
                            && key.keyIdHex().equals(rows.getString(3))
                            && Cosignatures.time(key, line).filter(at::equals).isPresent();
            return same
                    ? Optional.empty()
                    : Optional.of("the columns beside its line say something else than the line");
        } catch (MalformedLogDataException unreadable) {
            return Optional.of("it cannot be read: " + unreadable.getMessage());
        }
    }
}
