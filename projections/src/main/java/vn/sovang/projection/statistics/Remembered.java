package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.projection.statistics.Dimensions.Honour;
import vn.sovang.projection.statistics.Dimensions.Units;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// What earlier events said that later ones are counted by: catalogue, awards, cases, items. Loaded
/// for one batch with what the batch names, and written back at its end.
final class Remembered {
    private static final String AWARD = "award:";
    private static final String CASE = "case:";
    private static final String ITEM = "artifact:";

    private static final String AWARD_TYPES =
            """
            select code, level, valid_from, valid_to
            from award_type
            order by position
            """;

    private static final String AWARDS =
            """
            select *
            from award
            where award_id = any(?)
            """;

    private static final String CASES =
            """
            select *
            from reissue_case
            where case_id = any(?)
            """;

    private static final String ITEMS =
            """
            select artifact_id, kind
            from item
            where artifact_id = any(?)
            """;

    private static final String DEFINE =
            """
            insert into award_type (code, position, known_at, name, level, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REMEMBER_AWARD =
            """
            insert into award (award_id, award, rank, level, recipient_kind, commendation_type,
                authority, proposing_unit, recipient_unit, recipient, effective_on, late,
                claimed_on, arrived, annulled, annulled_claimed_on, annulled_arrived, stripped,
                lost_on, lost_claimed_on, lost_arrived)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (award_id) do update
            set award = excluded.award, rank = excluded.rank, level = excluded.level,
                recipient_kind = excluded.recipient_kind,
                commendation_type = excluded.commendation_type,
                recipient_unit = excluded.recipient_unit, recipient = excluded.recipient,
                annulled = excluded.annulled,
                annulled_claimed_on = excluded.annulled_claimed_on,
                annulled_arrived = excluded.annulled_arrived, stripped = excluded.stripped,
                lost_on = excluded.lost_on, lost_claimed_on = excluded.lost_claimed_on,
                lost_arrived = excluded.lost_arrived
            """;

    private static final String REMEMBER_CASE =
            """
            insert into reissue_case (case_id, kind, artifact_kind, award, rank, recipient_kind,
                commendation_type, recipient, recipient_unit, office)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do nothing
            """;

    private static final String REMEMBER_ITEM =
            """
            insert into item (artifact_id, kind)
            values (?, ?)
            on conflict (artifact_id) do nothing
            """;

    private final Map<AwardCode, List<Definition>> types = new HashMap<>();
    private final Map<UUID, CountedAward> awards = new HashMap<>();
    private final Map<UUID, CountedCase> cases = new HashMap<>();
    private final Map<UUID, ArtifactKind> items = new HashMap<>();
    private final List<Definition> newTypes = new ArrayList<>();
    private final Set<UUID> changedAwards = new HashSet<>();
    private final Set<UUID> newCases = new HashSet<>();
    private final Set<UUID> newItems = new HashSet<>();

    /// How an award line was counted.
    ///
    /// @param claim when the office claims to have known the decision
    /// @param annulled when the office claims to have known the annulment, while it is annulled
    /// @param lost when it fell out of the stock, while it does not stand
    record CountedAward(
            Dimensions dimensions,
            RecipientId recipient,
            LocalDate effectiveOn,
            boolean late,
            Claim claim,
            @Nullable Claim annulled,
            boolean stripped,
            @Nullable Lost lost) {
        /// @param on day on which it counts
        record Lost(LocalDate on, Claim claim) {}

        /// That of a line that never stood on its paper: nothing more is taken from it.
        private static final Claim NEVER = new Claim(LocalDate.EPOCH, false);

        boolean stands() {
            return annulled == null && !stripped;
        }

        CountedAward asAnnulled(@Nullable Claim by) {
            return new CountedAward(
                    dimensions, recipient, effectiveOn, late, claim, by, stripped, lost);
        }

        CountedAward asStripped(boolean is) {
            return new CountedAward(
                    dimensions, recipient, effectiveOn, late, claim, annulled, is, lost);
        }

        CountedAward lost(@Nullable Lost how) {
            return new CountedAward(
                    dimensions, recipient, effectiveOn, late, claim, annulled, stripped, how);
        }

        CountedAward with(Dimensions other, RecipientId whose) {
            return new CountedAward(
                    other, whose, effectiveOn, late, claim, annulled, stripped, lost);
        }

        /// Whether the line never stood on its paper. One that was really annulled or stripped has
        /// a day on which it fell out of the stock.
        boolean isGone() {
            return annulled != null && stripped && lost == null;
        }

        CountedAward gone() {
            return new CountedAward(
                    dimensions, recipient, effectiveOn, late, claim, NEVER, true, null);
        }
    }

    /// What a re-issue case is about.
    record CountedCase(Honour honour, Dimensions.Item item, RecipientId recipient, Units units) {
        /// @param rank of the award, where the ledger has it
        static CountedCase of(Subject subject, @Nullable Rank rank, AwardLevel level, UnitId by) {
            return new CountedCase(
                    new Honour(
                            subject.awardCode(),
                            rank,
                            level,
                            subject.recipientKind(),
                            subject.commendationType()),
                    new Dimensions.Item(subject.kind(), subject.artifactKind()),
                    subject.recipient(),
                    Units.of(by, null, subject.recipientUnit()));
        }

        CountedCase at(AwardLevel level) {
            return new CountedCase(
                    new Honour(
                            honour.award(),
                            honour.rank(),
                            level,
                            honour.recipientKind(),
                            honour.commendationType()),
                    item,
                    recipient,
                    units);
        }
    }

    private record Definition(
            AwardCode code,
            String name,
            long position,
            long knownAt,
            AwardLevel level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean validOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    static Remembered load(Connection connection, List<Known> events) throws SQLException {
        var remembered = new Remembered();
        Set<UUID> awardIds = new HashSet<>();
        Set<UUID> caseIds = new HashSet<>();
        Set<UUID> itemIds = new HashSet<>();
        for (Known known : events) {
            name(known, awardIds, caseIds, itemIds);
        }
        for (var type : Sql.list(connection, AWARD_TYPES, Remembered::definition)) {
            remembered.types.computeIfAbsent(type.code, _ -> new ArrayList<>()).add(type);
        }
        Sql.list(
                connection,
                AWARDS,
                row -> remembered.awards.put(uuid(row, "award_id"), award(row)) == null,
                array("uuid", List.copyOf(awardIds)));
        Sql.list(
                connection,
                CASES,
                row -> remembered.cases.put(uuid(row, "case_id"), reissueCase(row)) == null,
                array("uuid", List.copyOf(caseIds)));
        Sql.list(
                connection,
                ITEMS,
                row -> remembered.items.put(uuid(row, "artifact_id"), kind(row)) == null,
                array("uuid", List.copyOf(itemIds)));
        return remembered;
    }

    private static void name(Known known, Set<UUID> awards, Set<UUID> cases, Set<UUID> items) {
        switch (known.fact().event()) {
            case AwardDecided _ -> {}
            case AwardEvent e -> awards.add(e.award().value());
            case DecisionCorrected e when e.award() != null -> awards.add(e.award().value());
            case ArtifactEvent e -> {
                add(e.tags(), AWARD, awards);
                add(e.tags(), CASE, cases);
                add(e.tags(), ITEM, items);
            }
            case ReissueEvent e -> {
                add(e.tags(), AWARD, awards);
                add(e.tags(), CASE, cases);
            }
            case ItemSurveyed e when e.award() != null -> awards.add(e.award().value());
            default -> {}
        }
    }

    private static void add(Set<String> tags, String family, Set<UUID> ids) {
        for (String tag : tags) {
            if (tag.startsWith(family)) {
                ids.add(UUID.fromString(tag.substring(family.length())));
            }
        }
    }

    /// The level by the definition that held on the day; by the newest if none did; `KHONG_RO` if
    /// there is none.
    AwardLevel level(AwardCode award, LocalDate day) {
        var definitions = types.get(award);
        if (definitions == null) {
            return AwardLevel.KHONG_RO;
        }
        AwardLevel level = definitions.getLast().level;
        for (Definition definition : definitions) {
            if (definition.validOn(day)) {
                level = definition.level;
            }
        }
        return level;
    }

    @Nullable CountedAward award(AwardId id) {
        return awards.get(id.value());
    }

    @Nullable CountedCase reissueCase(CaseId id) {
        return cases.get(id.value());
    }

    /// What the item is; `KHONG_RO` for one whose issue nobody recorded.
    ArtifactKind kind(ArtifactId item) {
        return items.getOrDefault(item.value(), ArtifactKind.KHONG_RO);
    }

    /// What is said first of an item stays.
    void put(ArtifactId item, ArtifactKind kind) {
        if (items.putIfAbsent(item.value(), kind) == null) {
            newItems.add(item.value());
        }
    }

    void define(AwardTypeDefined type, Known known) {
        var definition =
                new Definition(
                        type.code(),
                        type.nameVi(),
                        known.position(),
                        known.knownAt(),
                        type.level(),
                        type.validFrom(),
                        type.validTo());
        types.computeIfAbsent(type.code(), _ -> new ArrayList<>()).add(definition);
        newTypes.add(definition);
    }

    void put(AwardId id, CountedAward award) {
        awards.put(id.value(), award);
        changedAwards.add(id.value());
    }

    /// What the first event about a case says stays.
    void put(CaseId id, CountedCase counted) {
        if (cases.putIfAbsent(id.value(), counted) == null) {
            newCases.add(id.value());
        }
    }

    void write(Writes writes) throws SQLException {
        for (Definition t : newTypes) {
            writes.add(DEFINE, t.code, t.position, t.knownAt, t.name, t.level, t.from, t.to);
        }
        for (UUID id : changedAwards) {
            var counted = awards.get(id);
            if (counted != null) {
                write(writes, id, counted);
            }
        }
        for (UUID id : newCases) {
            var counted = cases.get(id);
            if (counted != null) {
                write(writes, id, counted);
            }
        }
        for (UUID id : newItems) {
            writes.add(REMEMBER_ITEM, id, items.get(id));
        }
    }

    private static void write(Writes writes, UUID id, CountedAward counted) throws SQLException {
        Honour honour = counted.dimensions.honour();
        Units units = counted.dimensions.units();
        CountedAward.Lost lost = counted.lost;
        Claim lostClaim = lost == null ? null : lost.claim();
        writes.add(
                REMEMBER_AWARD,
                id,
                honour.award(),
                honour.rank(),
                honour.level(),
                honour.recipientKind(),
                honour.commendationType(),
                units.authority(),
                units.proposing(),
                units.recipient(),
                counted.recipient,
                counted.effectiveOn,
                counted.late,
                counted.claim.on(),
                counted.claim.arrived(),
                counted.annulled != null,
                Claim.dayOf(counted.annulled),
                Claim.hasArrival(counted.annulled),
                counted.stripped,
                lost == null ? null : lost.on(),
                Claim.dayOf(lostClaim),
                Claim.hasArrival(lostClaim));
    }

    private static void write(Writes writes, UUID id, CountedCase counted) throws SQLException {
        writes.add(
                REMEMBER_CASE,
                id,
                counted.item.reissueKind(),
                counted.item.kind(),
                counted.honour.award(),
                counted.honour.rank(),
                counted.honour.recipientKind(),
                counted.honour.commendationType(),
                counted.recipient,
                counted.units.recipient(),
                counted.units.authority());
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                new AwardCode(row.getString("code")),
                "",
                0,
                0,
                AwardLevel.valueOf(row.getString("level")),
                day(row, "valid_from"),
                day(row, "valid_to"));
    }

    private static CountedAward award(ResultSet row) throws SQLException {
        LocalDate lostOn = day(row, "lost_on");
        return new CountedAward(
                Dimensions.of(
                        Measure.DECIDED,
                        honour(row, AwardLevel.valueOf(row.getString("level"))),
                        new Units(
                                uuid(row, "authority"),
                                uuid(row, "proposing_unit"),
                                uuid(row, "recipient_unit"))),
                new RecipientId(uuid(row, "recipient")),
                day(row, "effective_on"),
                row.getBoolean("late"),
                new Claim(day(row, "claimed_on"), row.getBoolean("arrived")),
                row.getBoolean("annulled") ? claim(row, "annulled_") : null,
                row.getBoolean("stripped"),
                lostOn == null ? null : new CountedAward.Lost(lostOn, claim(row, "lost_")));
    }

    private static Claim claim(ResultSet row, String which) throws SQLException {
        return new Claim(day(row, which + "claimed_on"), row.getBoolean(which + "arrived"));
    }

    private static Honour honour(ResultSet row, AwardLevel level) throws SQLException {
        return new Honour(
                new AwardCode(row.getString("award")),
                optional(row.getString("rank"), Rank::valueOf),
                level,
                RecipientKind.valueOf(row.getString("recipient_kind")),
                CommendationType.valueOf(row.getString("commendation_type")));
    }

    /// Its level is that of the day of what happens next.
    private static CountedCase reissueCase(ResultSet row) throws SQLException {
        return new CountedCase(
                honour(row, AwardLevel.KHONG_RO),
                new Dimensions.Item(
                        ReissueKind.valueOf(row.getString("kind")),
                        ArtifactKind.valueOf(row.getString("artifact_kind"))),
                new RecipientId(uuid(row, "recipient")),
                new Units(uuid(row, "office"), null, uuid(row, "recipient_unit")));
    }

    private static ArtifactKind kind(ResultSet row) throws SQLException {
        return ArtifactKind.valueOf(row.getString("kind"));
    }
}
