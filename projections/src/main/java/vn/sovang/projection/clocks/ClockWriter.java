package vn.sovang.projection.clocks;

import static vn.sovang.projection.readmodel.Sql.array;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactKeeperRecorded;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.NominationEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierCompleted;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.ListPublished;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.NominationEvent.ObjectionReceived;
import vn.sovang.event.NominationEvent.ObjectionResolved;
import vn.sovang.event.NominationEvent.OpinionReceived;
import vn.sovang.event.NominationEvent.OpinionRequested;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;

/// Which steps an event begins, and which it ends.
///
/// A step begun again ends the one before. While an applicant is asked for papers no limit runs
/// against the office; it begins anew when they come.
record ClockWriter(Writes writes, Known known) {
    private static final String COLUMNS =
            """
            insert into clock (subject, kind, step, position, body, unit, person, award, began_on,
                agreed_on, known_from, rebuilt)
            """;

    private static final String BEGIN =
            COLUMNS
                    + """
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (subject, step, position) do nothing
                    """;

    private static final String END =
            """
            update clock
            set ended_on = ?, ended_known = ?
            where subject = ? and step = any (?) and ended_known is null
                and (?::text is null or body = ?)
            """;

    /// By the office whose review it was when papers were found missing.
    private static final String RESUME =
            COLUMNS
                    + """
                    select subject, kind, step, ?, body, unit, ?, award, ?, null, ?, ?
                    from clock
                    where subject = ? and step = 'CASE_REVIEW'
                    order by position desc
                    limit 1
                    on conflict (subject, step, position) do nothing
                    """;

    /// By the office to which the list went; where the paper names none, by the superior of the one
    /// that sent it up.
    private static final String REVIEW_LISTED =
            COLUMNS
                    + """
                    values (?, 'REISSUE_CASE', 'CASE_REVIEW', ?, null,
                        coalesce(
                            (select to_unit from list where list_id = ?),
                            (select parent from unit where unit_id = ?
                                order by position desc limit 1)),
                        ?, ?, ?, null, ?, ?)
                    on conflict (subject, step, position) do nothing
                    """;

    /// By the office that had the case last.
    private static final String HAND_OVER =
            COLUMNS
                    + """
                    values (?, 'ITEM', 'HAND_OVER', ?, null, (
                        select unit
                        from clock
                        where subject = ?
                        order by position desc
                        limit 1), ?, ?, ?, null, ?, ?)
                    on conflict (subject, step, position) do nothing
                    """;

    private static final String WITHDRAW =
            COLUMNS
                    + """
                    select artifact_id, 'ITEM', 'WITHDRAWAL', ?, null, ?, ?, award, ?, null, ?, ?
                    from item
                    where award = ? and not gone
                    on conflict (subject, step, position) do nothing
                    """;

    private static final String RECOVER =
            COLUMNS
                    + """
                    select award, 'AWARD', 'PRIZE_RECOVERY', ?, null, ?, ?, award, ?, null, ?, ?
                    from prize
                    where award = ? and paid > recovered
                    on conflict (subject, step, position) do nothing
                    """;

    private static final String END_OF_AWARD =
            """
            update clock
            set ended_on = ?, ended_known = ?
            where award = ? and step in ('WITHDRAWAL', 'PRIZE_RECOVERY') and ended_known is null
            """;

    private static final String END_RECOVERY =
            """
            update clock
            set ended_on = ?, ended_known = ?
            where subject = ? and step = 'PRIZE_RECOVERY' and ended_known is null
                and exists (
                    select 1
                    from prize
                    where award = clock.subject and recovered >= paid)
            """;

    private static final String LIST =
            """
            insert into list (list_id, to_unit)
            values (?, ?)
            on conflict (list_id) do nothing
            """;

    private static final String ITEM =
            """
            insert into item (artifact_id, award, gone)
            values (?, ?, false)
            on conflict (artifact_id) do nothing
            """;

    private static final String GONE = "update item set gone = true where artifact_id = ?";

    private static final String PRIZE =
            """
            insert into prize (award, paid, recovered)
            values (?, ?, ?)
            on conflict (award) do update
            set paid = prize.paid + excluded.paid, recovered = prize.recovered + excluded.recovered
            """;

    private static final List<String> OF_NOMINATION =
            List.of(Step.APPRAISAL.name(), Step.OPINION.name(), Step.PUBLICATION.name());

    private static final List<String> OF_CASE =
            List.of(ClocksModel.CASE_REVIEW, Step.ITEM_MAKING.name());

    void apply(NominationEvent event) throws SQLException {
        switch (event) {
            case DossierReceived e ->
                    begin(nomination(e.nomination(), Step.APPRAISAL), e.receivedBy());
            case DossierReturnedForCompletion e -> end(e.nomination(), Step.APPRAISAL);
            case AppraisalConcluded e -> end(e.nomination(), Step.APPRAISAL);
            case OpinionRequested e ->
                    begin(
                            nomination(e.nomination(), Step.OPINION)
                                    .by(e.body())
                                    .until(e.replyDue()),
                            null);
            case OpinionReceived e -> end(e.nomination(), List.of(Step.OPINION.name()), e.body());
            case ListPublished e ->
                    begin(nomination(e.nomination(), Step.PUBLICATION).until(e.until()), null);
            case CouncilVoted e -> {
                end(e.nomination(), Step.APPRAISAL);
                end(e.nomination(), Step.PUBLICATION);
            }
            case NominationForwardedUp e -> end(e.nomination(), OF_NOMINATION, null);
            case NominationWithdrawn e -> end(e.nomination(), OF_NOMINATION, null);
            case NominationRejected e -> end(e.nomination(), OF_NOMINATION, null);
            case NominationFiled _,
                    NominationListSubmitted _,
                    NominationSubmitted _,
                    DossierCompleted _,
                    ObjectionReceived _,
                    ObjectionResolved _ -> {}
        }
    }

    void apply(ReissueEvent event) throws SQLException {
        switch (event) {
            case ReissueRequested e -> review(e.reissueCase(), e.award(), e.receivedBy());
            case ReissueForwardedUp e -> review(e.reissueCase(), e.award(), e.to());
            case ReissueProposalReturned e -> review(e.reissueCase(), e.award(), e.to());
            case ReissueProposed e -> {
                end(e.reissueCase(), OF_CASE, null);
                writes.add(
                        REVIEW_LISTED,
                        e.reissueCase(),
                        known.position(),
                        e.list(),
                        e.from(),
                        person(),
                        e.award(),
                        day(),
                        known.knownAt(),
                        rebuilt());
            }
            case ReissueCompletionRequested e -> end(e.reissueCase(), OF_CASE, null);
            case ReissueCompleted e -> {
                end(e.reissueCase(), OF_CASE, null);
                writes.add(
                        RESUME,
                        known.position(),
                        person(),
                        day(),
                        known.knownAt(),
                        rebuilt(),
                        e.reissueCase());
            }
            case ReissueApproved e -> {
                end(e.reissueCase(), OF_CASE, null);
                begin(
                        new Began(
                                ClockSubject.REISSUE_CASE,
                                e.reissueCase(),
                                Step.ITEM_MAKING.name(),
                                e.award(),
                                null,
                                null),
                        e.authority());
            }
            case ReissueRefused e -> end(e.reissueCase(), OF_CASE, null);
            case ReissueFileReturned e -> end(e.reissueCase(), OF_CASE, null);
            case ReissueHandedOver e -> end(e.artifact(), Step.HAND_OVER);
            case ReissueListSubmitted e -> writes.add(LIST, e.list(), e.to());
            case EntitlementConfirmed _, EntitlementNotConfirmed _, ReissueListReturned _ -> {}
        }
    }

    void apply(AwardEvent event) throws SQLException {
        switch (event) {
            case AwardDecided e -> {
                if (e.nomination() != null) {
                    end(e.nomination(), OF_NOMINATION, null);
                    notice(e);
                }
            }
            case AwardPresented e -> end(e.award(), Step.NOTICE);
            case AwardAnnulled e -> {
                recover(WITHDRAW, e.award(), e.authority());
                recover(RECOVER, e.award(), e.authority());
                end(e.award(), Step.NOTICE);
            }
            case HonourStripped e -> recover(WITHDRAW, e.award(), e.authority());
            case AnnulmentRevoked e -> endOf(e.award());
            case HonourRestored e -> endOf(e.award());
            case PrizePaid e -> writes.add(PRIZE, e.award(), e.dong(), 0L);
            case PrizeRecovered e -> {
                writes.add(PRIZE, e.award(), 0L, e.dong());
                writes.add(END_RECOVERY, day(), known.knownAt(), e.award());
            }
        }
    }

    /// An old list that was entered later tells nobody anything any more.
    private void notice(AwardDecided e) throws SQLException {
        if (known.fact().imported() == null && known.fact().provenance() == null) {
            begin(
                    new Began(
                            ClockSubject.AWARD,
                            e.award(),
                            Step.NOTICE.name(),
                            e.award(),
                            null,
                            null),
                    e.key().authority());
        }
    }

    void apply(ArtifactEvent event) throws SQLException {
        switch (event) {
            case ArtifactIssued e -> writes.add(ITEM, e.artifact(), e.award());
            case ArtifactReissued e -> {
                if (e.replaces() != null) {
                    gone(e.replaces());
                }
                writes.add(ITEM, e.artifact(), e.award());
                end(e.reissueCase(), Step.ITEM_MAKING);
                writes.add(
                        HAND_OVER,
                        e.artifact(),
                        known.position(),
                        e.reissueCase(),
                        person(),
                        e.award(),
                        day(),
                        known.knownAt(),
                        rebuilt());
            }
            case ArtifactWithdrawn e -> gone(e.artifact());
            case ArtifactDestroyed e -> gone(e.artifact());
            case ArtifactKeeperRecorded _,
                    ArtifactReportedDamaged _,
                    ArtifactReportedLost _,
                    ArtifactReportedFound _,
                    ArtifactHandedIn _,
                    CustodyTransferred _,
                    ArtifactReturnedUnchanged _ -> {}
        }
    }

    void apply(ItemSurveyed seen) throws SQLException {
        if (seen.artifact() != null && seen.award() != null) {
            writes.add(ITEM, seen.artifact(), seen.award());
        }
    }

    private void gone(ArtifactId artifact) throws SQLException {
        writes.add(GONE, artifact);
        end(artifact, Step.WITHDRAWAL);
    }

    private void review(CaseId reissueCase, @Nullable AwardId award, UnitId unit)
            throws SQLException {
        end(reissueCase, OF_CASE, null);
        begin(
                new Began(
                        ClockSubject.REISSUE_CASE,
                        reissueCase,
                        ClocksModel.CASE_REVIEW,
                        award,
                        null,
                        null),
                unit);
    }

    private void recover(String sql, AwardId award, UnitId authority) throws SQLException {
        writes.add(
                sql,
                known.position(),
                authority,
                person(),
                day(),
                known.knownAt(),
                rebuilt(),
                award);
    }

    private void endOf(AwardId award) throws SQLException {
        writes.add(END_OF_AWARD, day(), known.knownAt(), award);
    }

    private void end(Id subject, Step step) throws SQLException {
        end(subject, List.of(step.name()), null);
    }

    private void end(Id subject, List<String> steps, @Nullable String body) throws SQLException {
        writes.add(END, day(), known.knownAt(), subject, array("text", steps), body, body);
    }

    private void begin(Began began, @Nullable UnitId unit) throws SQLException {
        end(began.subject, List.of(began.step), began.body);
        writes.add(
                BEGIN,
                began.subject,
                began.of,
                began.step,
                known.position(),
                began.body,
                unit,
                person(),
                began.award,
                day(),
                began.agreedOn,
                known.knownAt(),
                rebuilt());
    }

    private LocalDate day() {
        return known.fact().effectiveOn();
    }

    private boolean rebuilt() {
        return known.rebuilt();
    }

    private String person() {
        return known.fact().by().user();
    }

    private static Began nomination(Id nomination, Step step) {
        return new Began(ClockSubject.NOMINATION, nomination, step.name(), null, null, null);
    }

    private record Began(
            ClockSubject of,
            Id subject,
            String step,
            @Nullable AwardId award,
            @Nullable String body,
            @Nullable LocalDate agreedOn) {
        Began by(String asked) {
            return new Began(of, subject, step, award, asked, agreedOn);
        }

        Began until(@Nullable LocalDate day) {
            return new Began(of, subject, step, award, body, day);
        }
    }
}
