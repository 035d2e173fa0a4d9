package vn.sovang.projection.duplicates;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.privacy.BlindIndex;
import vn.sovang.privacy.BlindIndex.Tokens;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.Sealed;

/// Writes tokens, joins and lines.
public final class DuplicatesModel implements ReadModel {
    private static final String DDL =
            """
            create table person (
                recipient_id uuid primary key,
                kind text not null,
                spelled text,
                letters text,
                year text,
                position bigint not null
            );
            create index person_letters on person (letters, kind) where letters is not null;

            -- a join holds from one position until before another
            create table joined (
                one uuid not null,
                other uuid not null,
                since bigint not null,
                until bigint,
                primary key (one, other, since)
            );

            create table line (
                award_id uuid primary key,
                recipient uuid not null,
                authority uuid not null,
                decided_on date not null,
                known_at bigint not null
            );
            create index line_authority on line (authority, decided_on);
            """;

    private static final String REGISTER =
            """
            insert into person (recipient_id, kind, spelled, letters, year, position)
            values (?, ?, ?, ?, ?, ?)
            on conflict (recipient_id) do nothing
            """;

    private static final String RENAME =
            "update person set spelled = ?, letters = ? where recipient_id = ?";

    private static final String REDATE = "update person set year = ? where recipient_id = ?";

    private static final String ERASE =
            """
            update person
            set spelled = null, letters = null, year = null
            where recipient_id = ?
            """;

    private static final String JOIN =
            """
            insert into joined (one, other, since)
            values (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?)
            on conflict (one, other, since) do nothing
            """;

    private static final String SEPARATE =
            """
            update joined
            set until = ?
            where one = least(?::uuid, ?::uuid) and other = greatest(?::uuid, ?::uuid)
                and until is null
            """;

    private static final String LINE =
            """
            insert into line (award_id, recipient, authority, decided_on, known_at)
            values (?, ?, ?, ?, ?)
            on conflict (award_id) do nothing
            """;

    private final BlindIndex index;

    public DuplicatesModel(BlindIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "duplicates";
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
    public void apply(List<Known> events, Connection connection) throws SQLException {
        var names = new ArrayList<Sealed>();
        var births = new ArrayList<Sealed>();
        for (var known : events) {
            switch (known.fact().event()) {
                case RecipientRegistered r -> gather(r.name(), r.birth(), names, births);
                case RecipientCorrected r -> gather(r.name(), r.birth(), names, births);
                default -> {}
            }
        }
        var blind = new Blind(index.of(names), index.years(births));
        try (var writes = new Writes(connection)) {
            for (var known : events) {
                write(writes, known, blind);
            }
        }
    }

    private static void gather(
            @Nullable Sealed name,
            @Nullable Sealed birth,
            List<Sealed> names,
            List<Sealed> births) {
        if (name != null) {
            names.add(name);
        }
        if (birth != null) {
            births.add(birth);
        }
    }

    /// Tokens of one batch, by seal.
    private record Blind(Map<UUID, Tokens> names, Map<UUID, String> years) {
        @Nullable Tokens name(Sealed name) {
            return names.get(name.sealId());
        }

        @Nullable String year(@Nullable Sealed birth) {
            return birth == null ? null : years.get(birth.sealId());
        }
    }

    private static void write(Writes writes, Known known, Blind blind) throws SQLException {
        switch (known.fact().event()) {
            case RecipientRegistered r -> {
                var name = blind.name(r.name());
                writes.add(
                        REGISTER,
                        r.recipient(),
                        r.kind(),
                        name == null ? null : name.spelled(),
                        name == null ? null : name.letters(),
                        blind.year(r.birth()),
                        known.position());
            }
            case RecipientCorrected r -> correct(writes, r, blind);
            case IdentityErased e -> writes.add(ERASE, e.subject());
            case RecipientsJoined j ->
                    writes.add(
                            JOIN,
                            j.recipient(),
                            j.other(),
                            j.recipient(),
                            j.other(),
                            known.knownAt());
            case RecipientsSeparated s ->
                    writes.add(
                            SEPARATE,
                            known.knownAt(),
                            s.recipient(),
                            s.other(),
                            s.recipient(),
                            s.other());
            case AwardDecided a ->
                    writes.add(
                            LINE,
                            a.award(),
                            a.line().recipient(),
                            a.key().authority(),
                            known.fact().effectiveOn(),
                            known.knownAt());
            default -> {}
        }
    }

    private static void correct(Writes writes, RecipientCorrected r, Blind blind)
            throws SQLException {
        var newName = r.name();
        if (newName != null) {
            var name = blind.name(newName);
            writes.add(
                    RENAME,
                    name == null ? null : name.spelled(),
                    name == null ? null : name.letters(),
                    r.recipient());
        }
        if (r.birth() != null) {
            writes.add(REDATE, blind.year(r.birth()), r.recipient());
        }
    }
}
