package vn.sovang.seal;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sovang.postgres.Tx;
import vn.sovang.tlog.Cosignature;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteSignature;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.tlog.WitnessPolicy.Witness;

/// The cosignatures of our checkpoints (C2SP tlog-cosignature), beside them in the database and
/// append-only like them. What comes from outside is stored only after it was verified, and
/// verified again before it is shown.
public final class Cosignatures {
    /// How far a witness's clock and ours may differ.
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private static final String KEEP =
            """
            insert into cosignature (size, witness, key_id, cosigned_at, line, stored_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String LAST =
            """
            select size, max(cosigned_at) from cosignature
            where witness = ? and key_id = ?
            group by size
            order by size desc
            limit 1
            """;

    /// Of each key the newest.
    private static final String OF_SIZE =
            """
            select distinct on (witness, key_id) line from cosignature
            where size = ?
            order by witness, key_id, cosigned_at desc
            """;

    private static final String CHECKPOINT =
            "select size, root, note, signed_at from checkpoint where size = ?";

    private static final String SIGNED_BEFORE =
            """
            select size, root, note, signed_at from checkpoint
            where signed_at <= ? and size < ?
            order by size desc
            limit 100
            """;

    private final Tx tx;
    private final WitnessPolicy policy;
    private final InstantSource clock;

    public Cosignatures(DataSource ledger, WitnessPolicy policy, InstantSource clock) {
        this.tx = new Tx(ledger);
        this.policy = policy;
        this.clock = clock;
    }

    /// The newest thing a witness said.
    ///
    /// @param size of the largest checkpoint it cosigned, as far as we know
    /// @param at the latest time it cosigned that one
    public record Last(long size, Instant at) {}

    /// What became of a cosignature that was handed in.
    public sealed interface Outcome {
        /// It is in the database now, or was before.
        record Kept(Witness witness, long size, Instant at) implements Outcome {}

        /// It is not, because it is worth nothing to us.
        record Worthless(Why why, String witness) implements Outcome {}
    }

    /// Why a cosignature is worth nothing.
    public enum Why {
        /// No witness of the policy has this key.
        UNKNOWN_WITNESS,
        /// It is not that key's signature of the checkpoint; of no checkpoint, where none is named.
        WRONG_SIGNATURE,
        /// Its time lies ahead of our clock, or before the checkpoint was signed.
        IMPLAUSIBLE_TIME,
        /// There is no checkpoint of that size.
        NO_SUCH_CHECKPOINT
    }

    private record Dated(SealedCheckpoint checkpoint, Instant signedAt) {}

    /// The largest checkpoint a key cosigned; empty if it cosigned none.
    public Optional<Last> last(VerifierKey key) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(LAST)) {
                statement.setString(1, key.name());
                statement.setString(2, key.keyIdHex());
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Last(rows.getLong(1), instant(rows, 2)))
                            : Optional.empty();
                }
            }
        });
    }

    /// The checkpoint with the valid cosignatures stored for it, each witness's newest, in its
    /// note.
    public SealedCheckpoint cosigned(SealedCheckpoint checkpoint) {
        var note = note(checkpoint);
        var room = SignedNote.MAX_SIGNATURES - note.signatures().size();
        var lines =
                lines(checkpoint.size()).stream()
                        .filter(line -> verifies(note, line))
                        .limit(room)
                        .toList();
        return lines.isEmpty()
                ? checkpoint
                : new SealedCheckpoint(
                        checkpoint.size(),
                        checkpoint.root(),
                        new String(note.with(lines).bytes(), StandardCharsets.UTF_8));
    }

    private boolean verifies(SignedNote note, NoteSignature line) {
        return witness(policy, line)
                .filter(witness -> witness.key().verifies(note.textBytes(), line))
                .isPresent();
    }

    /// Takes in a witness's line for the checkpoint of a size.
    public Outcome accept(NoteSignature line, long size) {
        return accept(line, (witness, at) -> of(CHECKPOINT, s -> s.setLong(1, size)));
    }

    /// Takes in a witness's line that does not say which checkpoint it is for: the newest that it
    /// verifies under, of those signed before the time it bears.
    public Outcome accept(NoteSignature line) {
        return accept(line, (witness, at) -> search(witness, at, line));
    }

    /// Where to look for the checkpoint a line is for.
    private interface Candidates {
        List<Dated> of(Witness witness, Instant at);
    }

    private Outcome accept(NoteSignature line, Candidates candidates) {
        var witness = witness(policy, line);
        if (witness.isEmpty()) {
            return new Outcome.Worthless(Why.UNKNOWN_WITNESS, line.keyName());
        }
        var at = time(witness.get().key(), line);
        if (at.isEmpty() || at.get().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            return new Outcome.Worthless(Why.IMPLAUSIBLE_TIME, witness.get().name());
        }
        var found = candidates.of(witness.get(), at.get());
        if (found.isEmpty()) {
            return new Outcome.Worthless(Why.NO_SUCH_CHECKPOINT, witness.get().name());
        }
        for (var candidate : found) {
            if (witness.get().key().verifies(note(candidate.checkpoint()).textBytes(), line)) {
                return keep(witness.get(), at.get(), line, candidate);
            }
        }
        return new Outcome.Worthless(Why.WRONG_SIGNATURE, witness.get().name());
    }

    private Outcome keep(Witness witness, Instant at, NoteSignature line, Dated dated) {
        if (at.isBefore(dated.signedAt().minus(CLOCKS_DIFFER))) {
            return new Outcome.Worthless(Why.IMPLAUSIBLE_TIME, witness.name());
        }
        long size = dated.checkpoint().size();
        tx.call(connection -> {
            try (var statement = connection.prepareStatement(KEEP)) {
                statement.setLong(1, size);
                statement.setString(2, line.keyName());
                statement.setString(3, witness.key().keyIdHex());
                statement.setObject(4, at.atOffset(ZoneOffset.UTC));
                statement.setString(5, line.line());
                statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
        return new Outcome.Kept(witness, size, at);
    }

    /// Page by page, newest first. All of them if need be: verifying costs about two milliseconds,
    /// and a stick that travelled for weeks is worth some seconds.
    ///
    /// @return the one that fits; if none does, any one that was looked at
    private List<Dated> search(Witness witness, Instant at, NoteSignature line) {
        var seen = List.<Dated>of();
        long below = Long.MAX_VALUE;
        while (true) {
            long limit = below;
            var page =
                    of(
                            SIGNED_BEFORE,
                            s -> {
                                s.setObject(1, at.plus(CLOCKS_DIFFER).atOffset(ZoneOffset.UTC));
                                s.setLong(2, limit);
                            });
            for (var dated : page) {
                if (witness.key().verifies(note(dated.checkpoint()).textBytes(), line)) {
                    return List.of(dated);
                }
            }
            if (page.isEmpty()) {
                return seen;
            }
            seen = List.of(page.getLast());
            below = page.getLast().checkpoint().size();
        }
    }

    /// Sets the parameters of a query.
    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Dated> of(String sql, Parameters parameters) {
        return tx.query(connection -> {
            var found = new ArrayList<Dated>();
            try (var statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(
                                new Dated(
                                        new SealedCheckpoint(
                                                rows.getLong(1),
                                                Hash.of(rows.getBytes(2)),
                                                rows.getString(3)),
                                        instant(rows, 4)));
                    }
                }
            }
            return found;
        });
    }

    private List<NoteSignature> lines(long size) {
        return tx.query(connection -> {
            var lines = new ArrayList<NoteSignature>();
            try (var statement = connection.prepareStatement(OF_SIZE)) {
                statement.setLong(1, size);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        parsed(rows.getString(1)).ifPresent(lines::add);
                    }
                }
            }
            return lines;
        });
    }

    /// Empty for a row that somebody put there by hand; the check names it.
    private static Optional<NoteSignature> parsed(String line) {
        try {
            return Optional.of(NoteSignature.parse(line));
        } catch (MalformedLogDataException notALine) {
            return Optional.empty();
        }
    }

    private static SignedNote note(SealedCheckpoint checkpoint) {
        return SignedNote.parse(checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// The witness of the policy whose key the line names.
    static Optional<Witness> witness(WitnessPolicy policy, NoteSignature line) {
        return policy.witnesses().stream().filter(w -> w.key().matches(line)).findFirst();
    }

    /// The time a cosignature bears; empty if it bears none, or one that no calendar has.
    static Optional<Instant> time(VerifierKey key, NoteSignature line) {
        try {
            long seconds = Cosignature.of(key.type(), line).posixSeconds();
            return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
        } catch (MalformedLogDataException | DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
