package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.event.Recorded;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// What the figures must be, by reading every event up to a position, writing a slip of paper for
/// each line it adds or takes away, and counting the slips on fingers.
final class NaiveFold {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /// What the ledger does not know.
    private static final Award UNKNOWN =
            new Award(
                    List.of("KHONG_RO", "-", "KHONG_RO", "-", "-"),
                    null,
                    null,
                    null,
                    null,
                    LocalDate.EPOCH,
                    false,
                    LocalDate.EPOCH,
                    false);

    final Map<String, Long> counts = new TreeMap<>();
    final Map<String, Long> recipients = new TreeMap<>();
    long late;
    long withoutArrival;

    private final List<Slip> slips = new ArrayList<>();
    private final Map<String, String> levels = new HashMap<>();
    private final Map<AwardId, Award> awards = new HashMap<>();
    private final Map<AwardId, Act> annulled = new HashMap<>();
    private final Set<AwardId> stripped = new HashSet<>();
    private final Set<AwardId> struck = new HashSet<>();
    private final Map<AwardId, Act> lost = new HashMap<>();
    private final Map<CaseId, Subject> cases = new HashMap<>();
    private final Map<CaseId, String> rankOfCase = new HashMap<>();
    private final Map<ArtifactId, ArtifactKind> items = new HashMap<>();
    private final List<Recorded> units = new ArrayList<>();
    private final Set<Set<RecipientId>> joined = new HashSet<>();

    /// @param honour award, rank, level, kind of recipient, commendation type
    private record Award(
            List<String> honour,
            @Nullable UnitId authority,
            @Nullable UnitId proposing,
            @Nullable UnitId place,
            @Nullable RecipientId recipient,
            LocalDate day,
            boolean late,
            LocalDate claimed,
            boolean arrived) {}

    private record Act(LocalDate day, LocalDate claimed, boolean arrived) {}

    private record Slip(
            String measure,
            List<String> honour,
            @Nullable UnitId authority,
            @Nullable UnitId proposing,
            @Nullable UnitId place,
            String item,
            @Nullable RecipientId recipient,
            Act act,
            long delta,
            int late,
            boolean onlyRestated) {}

    static NaiveFold of(List<Recorded> log, long position, StatisticsQuery query) {
        var fold = new NaiveFold();
        Map<ImportId, List<Recorded>> files = new HashMap<>();
        for (Recorded event : log.subList(0, (int) position)) {
            ImportId file = event.fact().imported();
            if (event.fact().event() instanceof ImportCompleted done) {
                var whole = files.remove(done.imported());
                Objects.requireNonNullElse(whole, List.<Recorded>of())
                        .forEach(fact -> fold.take(fact, event));
            } else if (file != null) {
                files.computeIfAbsent(file, _ -> new ArrayList<>()).add(event);
            } else {
                fold.take(event, event);
            }
        }
        LocalDate today =
                position == 0
                        ? LocalDate.EPOCH
                        : LocalDate.ofInstant(log.get((int) position - 1).recordedAt(), VIETNAM);
        fold.count(query, today);
        return fold;
    }

    private void take(Recorded event, Recorded known) {
        Fact fact = event.fact();
        boolean isLate =
                LocalDate.ofInstant(known.recordedAt(), VIETNAM).isAfter(fact.effectiveOn());
        var arrival = fact.arrival();
        Act act =
                new Act(
                        fact.effectiveOn(),
                        arrival == null ? fact.effectiveOn() : arrival.on(),
                        arrival != null);
        switch (fact.event()) {
            case AwardTypeDefined t -> levels.put(t.code().value(), t.level().name());
            case UnitMerged _, UnitSplit _, UnitAbolished _ -> units.add(event);
            case RecipientsJoined r -> joined.add(Set.of(r.recipient(), r.other()));
            case RecipientsSeparated r -> joined.remove(Set.of(r.recipient(), r.other()));
            case NominationSubmitted n -> proposed(n.line(), n.from(), n.from(), act, isLate);
            case NominationForwardedUp n -> proposed(n.line(), n.from(), null, act, isLate);
            case AwardEvent a -> award(a, act, isLate);
            case DecisionCorrected c when c.cause() == CorrectionCause.SAI_NHAP_LIEU -> correct(c);
            case ArtifactIssued a -> {
                items.putIfAbsent(a.artifact(), a.kind());
                item("ARTIFACT_ISSUED", a, act, isLate);
            }
            case ArtifactReportedLost a -> item("ARTIFACT_LOST", a, act, isLate);
            case ArtifactReportedDamaged a -> item("ARTIFACT_DAMAGED", a, act, isLate);
            case ArtifactReportedFound a -> item("ARTIFACT_FOUND", a, act, isLate);
            case ArtifactDestroyed a -> item("ARTIFACT_DESTROYED", a, act, isLate);
            case ArtifactHandedIn a -> {
                Award d = award(a.award());
                String about = "- " + items.getOrDefault(a.artifact(), ArtifactKind.KHONG_RO);
                slip("ARTIFACT_HANDED_IN", by(a.receivedBy(), d), about, act, 1, isLate, false);
            }
            case ItemSurveyed s -> surveyed(s, act, isLate);
            case ReissueProposed r -> {
                cases.putIfAbsent(r.reissueCase(), r.subject());
                begun("REISSUE_REVIEWED", r.reissueCase(), r.subject(), r.from(), act, isLate);
            }
            case ReissueRequested r -> {
                cases.putIfAbsent(r.reissueCase(), r.subject());
                begun(
                        "REISSUE_REQUESTED",
                        r.reissueCase(),
                        r.subject(),
                        r.receivedBy(),
                        act,
                        isLate);
            }
            case ReissueApproved r -> {
                Subject subject = cases.get(r.reissueCase());
                if (subject == null) {
                    Award d = by(r.authority(), award(r.award()));
                    slip("REISSUE_APPROVED", d, "- -", act, 1, isLate, false);
                } else {
                    String rank = rankOfCase.getOrDefault(r.reissueCase(), "-");
                    Award d = of(subject, rank, r.authority());
                    slip("REISSUE_APPROVED", d, item(subject), act, 1, isLate, false);
                }
            }
            default -> {}
        }
    }

    private void award(AwardEvent event, Act act, boolean isLate) {
        switch (event) {
            case AwardDecided a -> {
                var award =
                        new Award(
                                honour(a.line()),
                                a.key().authority(),
                                a.proposingUnit(),
                                a.line().recipientUnit(),
                                a.line().recipient(),
                                act.day,
                                isLate,
                                act.claimed,
                                act.arrived);
                awards.put(a.award(), award);
                slip("DECIDED", award, "- -", act, 1, isLate, false);
            }
            case AwardAnnulled a -> {
                boolean first = !annulled.containsKey(a.award());
                var before = annulled.getOrDefault(a.award(), act);
                annulled.put(a.award(), before);
                taken("ANNULLED", a.award(), first ? -1 : 0, act, isLate);
            }
            case AnnulmentRevoked a -> {
                boolean was = annulled.remove(a.award()) != null;
                taken("ANNULMENT_REVOKED", a.award(), was ? 1 : 0, act, isLate);
            }
            case HonourStripped a -> {
                stripped.add(a.award());
                taken("STRIPPED", a.award(), 0, act, isLate);
            }
            case HonourRestored a -> {
                stripped.remove(a.award());
                taken("RESTORED", a.award(), 0, act, isLate);
            }
            case AwardPresented a ->
                    slip("PRESENTED", award(a.award()), "- -", act, 1, isLate, false);
            case PrizePaid a -> {
                Award award = award(a.award());
                slips.add(of("PRIZE_PAID", award, "- -", act, a.dong(), isLate ? 1 : 0, false));
            }
            default -> {}
        }
    }

    private void proposed(
            AwardLine line, UnitId from, @Nullable UnitId proposing, Act act, boolean isLate) {
        var award =
                new Award(
                        honour(line),
                        from,
                        proposing,
                        line.recipientUnit(),
                        line.recipient(),
                        act.day,
                        isLate,
                        act.claimed,
                        act.arrived);
        slip("PROPOSED", award, "- -", act, 1, isLate, false);
    }

    /// @param original what it does to the period of the award in the restated view
    private void taken(String measure, AwardId id, int original, Act act, boolean isLate) {
        Award d = award(id);
        slip(measure, d, "- -", act, 1, isLate, false);
        if (struck.contains(id) || !awards.containsKey(id)) {
            return;
        }
        if (original != 0) {
            Act then = new Act(d.day, act.claimed, act.arrived);
            slip("DECIDED", d, "- -", then, original, d.late, true);
        }
        boolean stands = !annulled.containsKey(id) && !stripped.contains(id);
        boolean stood = !lost.containsKey(id);
        if (stands && !stood) {
            lost.remove(id);
            slip("IN_FORCE", d, "- -", act, 1, isLate, false);
        } else if (!stands && stood) {
            lost.put(id, act);
            slip("IN_FORCE", d, "- -", act, -1, isLate, false);
        }
    }

    private void correct(DecisionCorrected c) {
        AwardId id = Objects.requireNonNull(c.award());
        Award before = awards.get(id);
        if (before == null || struck.contains(id)) {
            return;
        }
        AwardLine line = c.line();
        give(id, before, -1);
        if (line == null) {
            struck.add(id);
            return;
        }
        Award moved =
                new Award(
                        honour(line),
                        before.authority,
                        before.proposing,
                        line.recipientUnit(),
                        line.recipient(),
                        before.day,
                        before.late,
                        before.claimed,
                        before.arrived);
        awards.put(id, moved);
        give(id, moved, 1);
    }

    private void give(AwardId id, Award d, int delta) {
        slip("DECIDED", d, "- -", new Act(d.day, d.claimed, d.arrived), delta, d.late, false);
        Act annulment = annulled.get(id);
        if (annulment != null) {
            Act then = new Act(d.day, annulment.claimed, annulment.arrived);
            slip("DECIDED", d, "- -", then, -delta, d.late, true);
        }
        Act fall = lost.get(id);
        if (fall != null) {
            slip("IN_FORCE", d, "- -", fall, -delta, false, false);
        }
    }

    private void item(String measure, ArtifactEvent e, Act act, boolean isLate) {
        String about = "- " + items.getOrDefault(e.artifact(), ArtifactKind.KHONG_RO);
        slip(measure, award(e.award()), about, act, 1, isLate, false);
    }

    private void surveyed(ItemSurveyed s, Act act, boolean isLate) {
        if (s.artifact() != null) {
            items.putIfAbsent(s.artifact(), s.kind());
        }
        String measure =
                s.condition() == ArtifactCondition.MAT
                        ? "SURVEYED_LOST"
                        : "SURVEYED_NEVER_RECEIVED";
        String code = s.awardCode().value();
        String rank = s.award() == null ? "-" : award(s.award()).honour.get(1);
        var d =
                new Award(
                        List.of(code, rank, levels.getOrDefault(code, "KHONG_RO"), "-", "-"),
                        s.unit(),
                        null,
                        s.ward(),
                        s.recipient(),
                        act.day,
                        isLate,
                        act.claimed,
                        act.arrived);
        slip(measure, d, "- " + s.kind(), act, 1, isLate, false);
    }

    private void begun(
            String measure, CaseId id, Subject subject, UnitId office, Act act, boolean isLate) {
        String rank = subject.award() == null ? "-" : award(subject.award()).honour.get(1);
        rankOfCase.putIfAbsent(id, rank);
        slip(measure, of(subject, rank, office), item(subject), act, 1, isLate, false);
    }

    private Award of(Subject subject, String rank, UnitId office) {
        String code = subject.awardCode().value();
        return new Award(
                List.of(
                        code,
                        rank,
                        levels.getOrDefault(code, "KHONG_RO"),
                        subject.recipientKind().name(),
                        subject.commendationType().name()),
                office,
                null,
                subject.recipientUnit(),
                subject.recipient(),
                LocalDate.EPOCH,
                false,
                LocalDate.EPOCH,
                false);
    }

    private static String item(Subject subject) {
        return subject.kind() + " " + subject.artifactKind();
    }

    private static Award by(UnitId office, Award d) {
        return new Award(
                d.honour,
                office,
                d.proposing,
                d.place,
                d.recipient,
                d.day,
                d.late,
                d.claimed,
                d.arrived);
    }

    private List<String> honour(AwardLine line) {
        return List.of(
                line.award().value(),
                line.rank().name(),
                levels.getOrDefault(line.award().value(), "KHONG_RO"),
                line.recipientKind().name(),
                line.commendationType().name());
    }

    private Award award(AwardId id) {
        return awards.getOrDefault(id, UNKNOWN);
    }

    private void slip(
            String measure,
            Award d,
            String item,
            Act act,
            int delta,
            boolean isLate,
            boolean onlyRestated) {
        slips.add(of(measure, d, item, act, delta, isLate ? delta : 0, onlyRestated));
    }

    private static Slip of(
            String measure,
            Award d,
            String item,
            Act act,
            long delta,
            int late,
            boolean onlyRestated) {
        return new Slip(
                measure,
                d.honour,
                d.authority,
                d.proposing,
                d.place,
                item,
                d.recipient,
                act,
                delta,
                late,
                onlyRestated);
    }

    private void count(StatisticsQuery query, LocalDate today) {
        var days = query.period().days(query.policy());
        Map<String, Map<RecipientId, Long>> lines = new HashMap<>();
        for (Slip slip : slips) {
            UnitId authority = now(slip.authority, query, today);
            boolean asked =
                    (query.authority() == null || query.authority().equals(authority))
                            && !slip.act.day.isBefore(days.from())
                            && !slip.act.day.isAfter(days.to())
                            && (query.view() == View.RESTATED || !slip.onlyRestated)
                            && (query.officeKnewAt() == null
                                    || !slip.act.claimed.isAfter(query.officeKnewAt()));
            if (!asked) {
                continue;
            }
            String key =
                    text(
                            slip.measure,
                            slip.honour,
                            authority,
                            now(slip.proposing, query, today),
                            now(slip.place, query, today),
                            slip.item);
            counts.merge(key, slip.delta, Long::sum);
            late += slip.late;
            if (query.officeKnewAt() != null && !slip.act.arrived) {
                withoutArrival += Long.signum(slip.delta);
            }
            if (slip.recipient != null) {
                lines.computeIfAbsent(key, _ -> new HashMap<>())
                        .merge(representative(slip.recipient), slip.delta, Long::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
        for (String key : counts.keySet()) {
            recipients.put(
                    key,
                    lines.getOrDefault(key, Map.of()).values().stream()
                            .filter(count -> count > 0)
                            .count());
        }
    }

    private @Nullable UnitId now(@Nullable UnitId unit, StatisticsQuery query, LocalDate today) {
        if (unit == null || query.units() == UnitView.AS_THEN) {
            return unit;
        }
        UnitId now = unit;
        for (int steps = 0; steps <= units.size(); steps++) {
            UnitId next = next(now, today);
            if (next == null) {
                return now;
            }
            now = next;
        }
        return unit;
    }

    /// Who follows it alone, by the last word on it.
    private @Nullable UnitId next(UnitId unit, LocalDate today) {
        UnitId next = null;
        for (Recorded event : units) {
            if (event.fact().effectiveOn().isAfter(today)) {
                continue;
            }
            switch (event.fact().event()) {
                case UnitMerged m when m.unit().equals(unit) -> next = m.into();
                case UnitSplit s when s.unit().equals(unit) -> next = null;
                case UnitAbolished a when a.unit().equals(unit) ->
                        next = a.successors().size() == 1 ? a.successors().getFirst() : null;
                default -> {}
            }
        }
        return next;
    }

    /// The smallest of all that hang together.
    private RecipientId representative(RecipientId recipient) {
        Set<RecipientId> group = new HashSet<>(Set.of(recipient));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var both : joined) {
                if (both.stream().anyMatch(group::contains)) {
                    grew |= group.addAll(both);
                }
            }
        }
        return group.stream()
                .min(java.util.Comparator.comparing(RecipientId::toString))
                .orElse(recipient);
    }

    /// The same text for the same figure.
    static String text(@Nullable Object... parts) {
        return Arrays.toString(parts);
    }
}
