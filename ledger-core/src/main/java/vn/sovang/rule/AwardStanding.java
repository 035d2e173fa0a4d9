package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.AWARD_ANNULLED;
import static vn.sovang.decider.RefusalCode.AWARD_DIFFERS;
import static vn.sovang.decider.RefusalCode.AWARD_STRIPPED;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;

/// How one award line stands, and where its items are.
///
/// @param decided absent until the award is decided
/// @param annulled void from the start (Đ93.2), the annulment not revoked
/// @param lastOn latest effective day of the award's own acts; nothing that depends on them may be
///   earlier
/// @param stripped taken for a later crime (Đ93.3–93.5) and not restored
public record AwardStanding(
        @Nullable AwardDecided decided,
        boolean annulled,
        Map<ArtifactId, Item> items,
        LocalDate lastOn,
        boolean stripped) {
    public static final AwardStanding UNKNOWN =
            new AwardStanding(null, false, Map.of(), LocalDate.MIN, false);

    /// What became of an item.
    public enum Whereabouts {
        /// With its holder.
        HELD,
        /// Reported lost.
        LOST,
        /// Handed in to an office.
        HANDED_IN,
        /// Closed by a new item.
        REPLACED,
        /// Taken back for good.
        WITHDRAWN
    }

    /// One item of the award.
    public record Item(ArtifactKind kind, Whereabouts whereabouts, LocalDate since) {
        /// Whether the item still holds the place of its kind on the award line: all but replaced
        /// and withdrawn ones do.
        public boolean active() {
            return whereabouts != Whereabouts.REPLACED && whereabouts != Whereabouts.WITHDRAWN;
        }
    }

    public AwardStanding {
        items = Map.copyOf(items);
    }

    /// The events that tell how an award line stands.
    public static TagQuery of(AwardId award) {
        return TagQuery.of(
                award.tag(),
                AwardDecided.class,
                AwardAnnulled.class,
                AnnulmentRevoked.class,
                HonourStripped.class,
                HonourRestored.class,
                DecisionCorrected.class,
                ArtifactIssued.class,
                ArtifactReportedLost.class,
                ArtifactHandedIn.class,
                ArtifactReissued.class,
                ArtifactWithdrawn.class);
    }

    public AwardStanding evolve(Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case AwardDecided award -> new AwardStanding(award, false, items, on, false);
            case AwardAnnulled _ -> stands(true, stripped, on);
            case AnnulmentRevoked _ -> stands(false, stripped, on);
            case HonourStripped _ -> stands(annulled, true, on);
            case HonourRestored _ -> stands(annulled, false, on);
            case DecisionCorrected corrected -> corrected(corrected);
            case ArtifactIssued issued ->
                    with(issued.artifact(), new Item(issued.kind(), Whereabouts.HELD, on));
            case ArtifactReportedLost lost -> moved(lost.artifact(), Whereabouts.LOST, on);
            case ArtifactHandedIn in -> moved(in.artifact(), Whereabouts.HANDED_IN, on);
            case ArtifactWithdrawn out -> moved(out.artifact(), Whereabouts.WITHDRAWN, on);
            case ArtifactReissued again ->
                    replaced(again.replaces(), on)
                            .with(again.artifact(), new Item(again.kind(), Whereabouts.HELD, on));
            default -> this;
        };
    }

    private AwardStanding stands(boolean isAnnulled, boolean isStripped, LocalDate on) {
        var last = on.isAfter(lastOn) ? on : lastOn;
        return new AwardStanding(decided, isAnnulled, items, last, isStripped);
    }

    /// The line as it is from now on; a line that never stood on the paper is no award.
    private AwardStanding corrected(DecisionCorrected correction) {
        if (decided == null || !decided.award().equals(correction.award())) {
            return this;
        }
        if (correction.strikes()) {
            return new AwardStanding(null, annulled, items, lastOn, stripped);
        }
        return correction.line() == null
                ? this
                : new AwardStanding(
                        decided.with(correction.line()), annulled, items, lastOn, stripped);
    }

    private AwardStanding replaced(@Nullable ArtifactId old, LocalDate on) {
        return old == null ? this : moved(old, Whereabouts.REPLACED, on);
    }

    private AwardStanding moved(ArtifactId artifact, Whereabouts to, LocalDate on) {
        var item = items.get(artifact);
        return item == null ? this : with(artifact, new Item(item.kind(), to, on));
    }

    private AwardStanding with(ArtifactId artifact, Item item) {
        var all = new HashMap<>(items);
        all.put(artifact, item);
        return new AwardStanding(decided, annulled, all, lastOn, stripped);
    }

    /// Whether an active item of the kind is there.
    public boolean hasActive(ArtifactKind kind) {
        return items.values().stream().anyMatch(i -> i.active() && i.kind() == kind);
    }

    /// Refuses unless the award was decided as `code`.
    public Optional<Refused> checkDecided(AwardCode code) {
        if (decided == null) {
            return Optional.of(refuse(AWARD_UNKNOWN));
        }
        return decided.line().award().equals(code)
                ? Optional.empty()
                : Optional.of(refuse(AWARD_DIFFERS, "award", decided.line().award()));
    }

    /// Refuses unless the award was decided as `code` and stands, on or before that day.
    public Optional<Refused> checkInForce(AwardCode code, LocalDate day) {
        var unknown = checkDecided(code);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (annulled) {
            return Optional.of(refuse(AWARD_ANNULLED));
        }
        return stripped ? Optional.of(refuse(AWARD_STRIPPED)) : checkDay(day);
    }

    /// Refuses a day before the award's last act.
    public Optional<Refused> checkDay(LocalDate day) {
        return day.isBefore(lastOn)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", lastOn))
                : Optional.empty();
    }

    /// Refuses unless the item belongs to the award, still holds its place, and got there on or
    /// before that day.
    public Optional<Refused> checkActive(ArtifactId artifact, LocalDate day) {
        var item = items.get(artifact);
        if (item == null) {
            return Optional.of(refuse(ARTIFACT_UNKNOWN, "artifact", artifact));
        }
        if (!item.active()) {
            return Optional.of(refuse(ARTIFACT_NOT_ACTIVE, "artifact", artifact));
        }
        return day.isBefore(item.since())
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", item.since()))
                : Optional.empty();
    }
}
