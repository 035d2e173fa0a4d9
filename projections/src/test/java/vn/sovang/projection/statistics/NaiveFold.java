package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.Recorded;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.UnitId;

/// What the figures must be, by reading every event up to a position and counting on fingers.
final class NaiveFold {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final LocalDate from;
    private final LocalDate to;
    private final @Nullable UnitId authority;
    private final View view;

    final Map<String, Long> counts = new TreeMap<>();
    long late;

    private final Map<String, String> levels = new HashMap<>();
    private final Map<AwardId, Decided> awards = new HashMap<>();
    private final Set<AwardId> annulled = new HashSet<>();
    private final Set<AwardId> stripped = new HashSet<>();
    private final Set<AwardId> struck = new HashSet<>();
    private final Map<AwardId, LocalDate> lost = new HashMap<>();

    private record Decided(String dimensions, UnitId authority, LocalDate day, boolean late) {}

    private NaiveFold(LocalDate from, LocalDate to, @Nullable UnitId authority, View view) {
        this.from = from;
        this.to = to;
        this.authority = authority;
        this.view = view;
    }

    static NaiveFold of(List<Recorded> log, long position, StatisticsQuery query) {
        var days = query.period().days(query.policy());
        var fold = new NaiveFold(days.from(), days.to(), query.authority(), query.view());
        Map<ImportId, List<Recorded>> files = new HashMap<>();
        for (Recorded event : log.subList(0, (int) position)) {
            ImportId file = event.fact().imported();
            if (event.fact().event() instanceof ImportCompleted done) {
                files.getOrDefault(done.imported(), List.of())
                        .forEach(fact -> fold.take(fact, event));
            } else if (file != null) {
                files.computeIfAbsent(file, _ -> new ArrayList<>()).add(event);
            } else {
                fold.take(event, event);
            }
        }
        fold.counts.values().removeIf(count -> count == 0);
        return fold;
    }

    private void take(Recorded event, Recorded known) {
        LocalDate day = event.fact().effectiveOn();
        boolean isLate = LocalDate.ofInstant(known.recordedAt(), VIETNAM).isAfter(day);
        switch (event.fact().event()) {
            case AwardTypeDefined t -> levels.put(t.code().value(), t.level().name());
            case NominationSubmitted n ->
                    add("PROPOSED", line(n.line(), n.from(), n.from()), n.from(), day, 1, isLate);
            case NominationForwardedUp n ->
                    add("PROPOSED", line(n.line(), n.from(), null), n.from(), day, 1, isLate);
            case AwardDecided a -> {
                String dimensions = line(a.line(), a.key().authority(), null);
                awards.put(a.award(), new Decided(dimensions, a.key().authority(), day, isLate));
                add("DECIDED", dimensions, a.key().authority(), day, 1, isLate);
            }
            case AwardAnnulled a -> {
                boolean first = annulled.add(a.award());
                taken("ANNULLED", a.award(), first ? -1 : 0, day, isLate);
            }
            case AnnulmentRevoked a -> {
                boolean was = annulled.remove(a.award());
                taken("ANNULMENT_REVOKED", a.award(), was ? 1 : 0, day, isLate);
            }
            case HonourStripped a -> {
                stripped.add(a.award());
                taken("STRIPPED", a.award(), 0, day, isLate);
            }
            case HonourRestored a -> {
                stripped.remove(a.award());
                taken("RESTORED", a.award(), 0, day, isLate);
            }
            case AwardPresented a -> item("PRESENTED", a.award(), day, isLate);
            case PrizePaid a -> {
                Decided d = decided(a.award());
                add("PRIZE_PAID", d.dimensions, d.authority, day, a.dong(), isLate ? 1 : 0);
            }
            case DecisionCorrected c when c.cause() == CorrectionCause.SAI_NHAP_LIEU -> correct(c);
            case ArtifactIssued a -> item("ARTIFACT_ISSUED", a.award(), day, isLate);
            case ArtifactReportedLost a -> item("ARTIFACT_LOST", a.award(), day, isLate);
            case ArtifactReportedDamaged a -> item("ARTIFACT_DAMAGED", a.award(), day, isLate);
            case ArtifactReportedFound a -> item("ARTIFACT_FOUND", a.award(), day, isLate);
            case ArtifactDestroyed a -> item("ARTIFACT_DESTROYED", a.award(), day, isLate);
            case ItemSurveyed s -> {
                String measure =
                        s.condition() == ArtifactCondition.MAT
                                ? "SURVEYED_LOST"
                                : "SURVEYED_NEVER_RECEIVED";
                add(measure, of(s), s.unit(), day, 1, isLate);
            }
            case ReissueProposed r ->
                    add("REISSUE_REVIEWED", of(r.subject(), r.from()), r.from(), day, 1, isLate);
            case ReissueRequested r -> {
                String dimensions = of(r.subject(), r.receivedBy());
                add("REISSUE_REQUESTED", dimensions, r.receivedBy(), day, 1, isLate);
            }
            default -> {}
        }
    }

    /// @param original what it does to the period of the award in the restated view
    private void taken(String measure, AwardId award, int original, LocalDate day, boolean isLate) {
        item(measure, award, day, isLate);
        if (struck.contains(award)) {
            return;
        }
        Decided d = decided(award);
        if (view == View.RESTATED && original != 0) {
            add("DECIDED", d.dimensions, d.authority, d.day, original, d.late);
        }
        boolean stands = !annulled.contains(award) && !stripped.contains(award);
        boolean stood = !lost.containsKey(award);
        if (stands && !stood) {
            lost.remove(award);
            add("IN_FORCE", d.dimensions, d.authority, day, 1, isLate);
        } else if (!stands && stood) {
            lost.put(award, day);
            add("IN_FORCE", d.dimensions, d.authority, day, -1, isLate);
        }
    }

    private void correct(DecisionCorrected c) {
        AwardId award = java.util.Objects.requireNonNull(c.award());
        if (struck.contains(award)) {
            return;
        }
        Decided before = decided(award);
        String after = c.line() == null ? null : line(c.line(), before.authority, null);
        if (before.dimensions.equals(after)) {
            return;
        }
        give(award, before, -1);
        if (after == null) {
            struck.add(award);
            return;
        }
        Decided moved = new Decided(after, before.authority, before.day, before.late);
        awards.put(award, moved);
        give(award, moved, 1);
    }

    private void give(AwardId award, Decided d, int delta) {
        add("DECIDED", d.dimensions, d.authority, d.day, delta, d.late);
        if (annulled.contains(award) && view == View.RESTATED) {
            add("DECIDED", d.dimensions, d.authority, d.day, -delta, d.late);
        }
        LocalDate day = lost.get(award);
        if (day != null) {
            add("IN_FORCE", d.dimensions, d.authority, day, -delta, 0);
        }
    }

    private void item(String measure, AwardId award, LocalDate day, boolean isLate) {
        Decided d = decided(award);
        add(measure, d.dimensions, d.authority, day, 1, isLate);
    }

    private Decided decided(AwardId award) {
        return java.util.Objects.requireNonNull(awards.get(award));
    }

    private void add(
            String measure, String rest, UnitId whose, LocalDate day, int delta, boolean isLate) {
        add(measure, rest, whose, day, delta, isLate ? delta : 0);
    }

    private void add(
            String measure, String rest, UnitId whose, LocalDate day, long delta, int lateLines) {
        boolean asked = authority == null || authority.equals(whose);
        if (asked && !day.isBefore(from) && !day.isAfter(to)) {
            counts.merge(measure + " " + rest, delta, Long::sum);
            late += lateLines;
        }
    }

    private String line(AwardLine line, UnitId whose, @Nullable UnitId proposing) {
        return text(
                line.award(),
                levels.getOrDefault(line.award().value(), "KHONG_RO"),
                line.recipientKind(),
                line.commendationType(),
                whose,
                proposing,
                null);
    }

    private String of(Subject subject, UnitId office) {
        return text(
                subject.awardCode(),
                levels.getOrDefault(subject.awardCode().value(), "KHONG_RO"),
                subject.recipientKind(),
                subject.commendationType(),
                office,
                null,
                subject.kind());
    }

    private String of(ItemSurveyed s) {
        return text(
                s.awardCode(),
                levels.getOrDefault(s.awardCode().value(), "KHONG_RO"),
                null,
                null,
                s.unit(),
                null,
                null);
    }

    static String text(@Nullable Object... parts) {
        return java.util.Arrays.toString(parts);
    }
}
