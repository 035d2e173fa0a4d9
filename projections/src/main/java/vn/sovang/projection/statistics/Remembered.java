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
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// What earlier events said that later ones are counted by: catalogue, awards, cases. Loaded for
/// one batch with what the batch names, and written back at its end.
final class Remembered {
    private static final String AWARD = "award:";
    private static final String CASE = "case:";

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

    private static final String DEFINE =
            """
            insert into award_type (code, position, name, level, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String REGISTER =
            """
            insert into unit (unit_id, name, authority_name, level, parent)
            values (?, ?, ?, ?, ?)
            on conflict (unit_id) do update
            set name = excluded.name, authority_name = excluded.authority_name,
                level = excluded.level, parent = excluded.parent
            """;

    private static final String RENAME =
            "update unit set name = ?, authority_name = ? where unit_id = ?";

    private static final String REMEMBER_AWARD =
            """
            insert into award (award_id, award, level, recipient_kind, commendation_type, authority,
                proposing_unit, recipient_unit, effective_on, late, annulled, stripped, lost_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (award_id) do update
            set award = excluded.award, level = excluded.level,
                recipient_kind = excluded.recipient_kind,
                commendation_type = excluded.commendation_type,
                recipient_unit = excluded.recipient_unit, annulled = excluded.annulled,
                stripped = excluded.stripped, lost_on = excluded.lost_on
            """;

    private static final String REMEMBER_CASE =
            """
            insert into reissue_case (case_id, kind, award, recipient_kind, commendation_type,
                recipient_unit, office)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do nothing
            """;

    private final Map<AwardCode, List<Definition>> types = new HashMap<>();
    private final Map<UUID, CountedAward> awards = new HashMap<>();
    private final Map<UUID, CountedCase> cases = new HashMap<>();
    private final List<UnitRegistered> newUnits = new ArrayList<>();
    private final List<UnitRenamed> newNames = new ArrayList<>();
    private final List<Definition> newTypes = new ArrayList<>();
    private final Set<UUID> changedAwards = new HashSet<>();
    private final Set<UUID> newCases = new HashSet<>();

    /// How an award line was counted.
    ///
    /// @param lostOn day on which it fell out of the stock, while it does not stand
    record CountedAward(
            Dimensions dimensions,
            LocalDate effectiveOn,
            boolean late,
            boolean annulled,
            boolean stripped,
            @Nullable LocalDate lostOn) {
        static CountedAward of(Dimensions dimensions, LocalDate effectiveOn, boolean late) {
            return new CountedAward(dimensions, effectiveOn, late, false, false, null);
        }

        boolean stands() {
            return !annulled && !stripped;
        }

        CountedAward asAnnulled(boolean is) {
            return new CountedAward(dimensions, effectiveOn, late, is, stripped, lostOn);
        }

        CountedAward asStripped(boolean is) {
            return new CountedAward(dimensions, effectiveOn, late, annulled, is, lostOn);
        }

        CountedAward lostOn(@Nullable LocalDate day) {
            return new CountedAward(dimensions, effectiveOn, late, annulled, stripped, day);
        }

        CountedAward with(Dimensions other) {
            return new CountedAward(other, effectiveOn, late, annulled, stripped, lostOn);
        }

        /// Whether the line never stood on its paper. One that was really annulled or stripped has
        /// a day on which it fell out of the stock.
        boolean isGone() {
            return annulled && stripped && lostOn == null;
        }

        /// A line that never stood on its paper: nothing more is taken from it.
        CountedAward gone() {
            return new CountedAward(dimensions, effectiveOn, late, true, true, null);
        }
    }

    /// What a re-issue case is about.
    record CountedCase(
            ReissueKind kind,
            AwardCode award,
            RecipientKind recipientKind,
            CommendationType commendationType,
            @Nullable UUID recipientUnit,
            UUID office) {
        static CountedCase of(Subject subject, vn.sovang.vocabulary.UnitId office) {
            return new CountedCase(
                    subject.kind(),
                    subject.awardCode(),
                    subject.recipientKind(),
                    subject.commendationType(),
                    Dimensions.value(subject.recipientUnit()),
                    office.value());
        }
    }

    private record Definition(
            AwardCode code,
            String name,
            long position,
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
        for (Known known : events) {
            name(known, awardIds, caseIds);
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
        return remembered;
    }

    private static void name(Known known, Set<UUID> awards, Set<UUID> cases) {
        switch (known.fact().event()) {
            case AwardDecided _ -> {}
            case AwardEvent e -> awards.add(e.award().value());
            case DecisionCorrected e when e.award() != null -> awards.add(e.award().value());
            case ArtifactEvent e -> add(e.tags(), awards, cases);
            case ReissueEvent e -> add(e.tags(), awards, cases);
            default -> {}
        }
    }

    private static void add(Set<String> tags, Set<UUID> awards, Set<UUID> cases) {
        for (String tag : tags) {
            if (tag.startsWith(AWARD)) {
                awards.add(UUID.fromString(tag.substring(AWARD.length())));
            } else if (tag.startsWith(CASE)) {
                cases.add(UUID.fromString(tag.substring(CASE.length())));
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

    void register(UnitRegistered unit) {
        newUnits.add(unit);
    }

    /// Labels of answers bear the last name; which unit a line belongs to does not hang on it.
    void rename(UnitRenamed unit) {
        newNames.add(unit);
    }

    void define(AwardTypeDefined type, long position) {
        var definition =
                new Definition(
                        type.code(),
                        type.nameVi(),
                        position,
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
        for (UnitRegistered u : newUnits) {
            writes.add(REGISTER, u.unit(), u.name(), u.authorityName(), u.level(), u.parent());
        }
        for (UnitRenamed u : newNames) {
            writes.add(RENAME, u.name(), u.authorityName(), u.unit());
        }
        for (Definition t : newTypes) {
            writes.add(DEFINE, t.code, t.position, t.name, t.level, t.from, t.to);
        }
        for (UUID id : changedAwards) {
            var counted = awards.get(id);
            if (counted != null) {
                write(writes, id, counted);
            }
        }
        for (UUID id : newCases) {
            var c = cases.get(id);
            if (c != null) {
                writes.add(
                        REMEMBER_CASE,
                        id,
                        c.kind,
                        c.award,
                        c.recipientKind,
                        c.commendationType,
                        c.recipientUnit,
                        c.office);
            }
        }
    }

    private static void write(Writes writes, UUID id, CountedAward counted) throws SQLException {
        Dimensions d = counted.dimensions;
        writes.add(
                REMEMBER_AWARD,
                id,
                d.award(),
                d.level(),
                d.recipientKind(),
                d.commendationType(),
                d.authority(),
                d.proposingUnit(),
                d.recipientUnit(),
                counted.effectiveOn,
                counted.late,
                counted.annulled,
                counted.stripped,
                counted.lostOn);
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                new AwardCode(row.getString("code")),
                "",
                0,
                AwardLevel.valueOf(row.getString("level")),
                day(row, "valid_from"),
                day(row, "valid_to"));
    }

    private static CountedAward award(ResultSet row) throws SQLException {
        return new CountedAward(
                new Dimensions(
                        Measure.DECIDED,
                        new AwardCode(row.getString("award")),
                        AwardLevel.valueOf(row.getString("level")),
                        RecipientKind.valueOf(row.getString("recipient_kind")),
                        CommendationType.valueOf(row.getString("commendation_type")),
                        uuid(row, "authority"),
                        optional(uuid(row, "proposing_unit"), u -> u),
                        optional(uuid(row, "recipient_unit"), u -> u),
                        null,
                        false),
                day(row, "effective_on"),
                row.getBoolean("late"),
                row.getBoolean("annulled"),
                row.getBoolean("stripped"),
                day(row, "lost_on"));
    }

    private static CountedCase reissueCase(ResultSet row) throws SQLException {
        return new CountedCase(
                ReissueKind.valueOf(row.getString("kind")),
                new AwardCode(row.getString("award")),
                RecipientKind.valueOf(row.getString("recipient_kind")),
                CommendationType.valueOf(row.getString("commendation_type")),
                optional(uuid(row, "recipient_unit"), u -> u),
                uuid(row, "office"));
    }
}
