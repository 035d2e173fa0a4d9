package vn.sovang.projection.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.verification.VerificationKeys;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.ItemOrigin;

/// Writes which thing a code belongs to, and which awards were given back.
public final class VerificationModel implements ReadModel {
    private static final String DDL =
            """
            -- no code: only what it is looked up by
            create table code (
                thing uuid primary key,
                award uuid not null,
                item boolean not null,
                fingerprint bytea not null,
                position bigint not null
            );

            create table restored (
                award uuid primary key,
                on_day date not null,
                position bigint not null
            );
            """;

    private static final String INDEXES =
            "create unique index code_fingerprint on code (fingerprint);";

    private static final String ENTER =
            """
            insert into code (thing, award, item, fingerprint, position)
            values (?, ?, ?, ?, ?)
            on conflict (thing) do nothing
            """;

    private static final String RESTORE =
            """
            insert into restored (award, on_day, position)
            values (?, ?, ?)
            on conflict (award) do update
            set on_day = excluded.on_day, position = excluded.position
            """;

    private final VerificationKeys keys;

    public VerificationModel(VerificationKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public String indexes() {
        return INDEXES;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (var writes = new Writes(connection)) {
            for (var known : events) {
                write(known, writes);
            }
        }
    }

    private void write(Known known, Writes writes) throws SQLException {
        switch (known.fact().event()) {
            case AwardDecided e -> enter(e.award(), e.award(), known, writes);
            case ArtifactIssued e -> enter(e.artifact(), e.award(), known, writes);
            case ArtifactReissued e -> enter(e.artifact(), e.award(), known, writes);
            case ItemSurveyed e -> survey(e, known, writes);
            case HonourRestored e -> restore(e.award(), known, writes);
            case AnnulmentRevoked e -> restore(e.award(), known, writes);
            default -> {
                // Nothing else brings in what a code stands on, or gives an award back.
            }
        }
    }

    /// A survey may find an item that nobody recorded as issued (R4).
    private void survey(ItemSurveyed seen, Known known, Writes writes) throws SQLException {
        var item = seen.artifact();
        var award = seen.award();
        if (item != null && award != null && seen.origin() == ItemOrigin.KHAO_SAT) {
            enter(item, award, known, writes);
        }
    }

    private void enter(Id thing, AwardId award, Known known, Writes writes) throws SQLException {
        long position = known.position();
        writes.add(
                ENTER,
                thing,
                award,
                !thing.equals(award),
                VerificationKeys.fingerprint(keys.codeOf(thing, position)),
                position);
    }

    private static void restore(AwardId award, Known known, Writes writes) throws SQLException {
        writes.add(RESTORE, award, known.fact().effectiveOn(), known.position());
    }
}
