package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_GONE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_IN_CUSTODY;
import static vn.sovang.decider.RefusalCode.ARTIFACT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.CUSTODY_HOLDER_DIFFERS;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
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
import vn.sovang.event.Fact;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.UnitId;

/// Where the items of one award line are.
public record Items(Map<ArtifactId, Item> byId) {
    public static final Items NONE = new Items(Map.of());

    /// Where an item is.
    public enum Whereabouts {
        /// With its keeper.
        HELD,
        /// With its keeper, damaged.
        DAMAGED,
        /// Lost.
        LOST,
        /// With its keeper again after it was lost.
        FOUND,
        /// In the hands of an office.
        HANDED_IN,
        /// With its keeper again, given back as it was.
        RETURNED,
        /// Taken back for good.
        WITHDRAWN,
        /// No more.
        DESTROYED;

        private static final Set<Whereabouts> WITH_KEEPER = Set.of(HELD, DAMAGED, FOUND, RETURNED);

        public boolean withKeeper() {
            return WITH_KEEPER.contains(this);
        }
    }

    /// One item.
    ///
    /// @param since effective day of the last thing that happened to it
    /// @param heldBy office that has it, while one has
    /// @param replaced a new item took its place; where the old one is, is another question
    public record Item(
            ArtifactKind kind,
            Whereabouts where,
            LocalDate since,
            @Nullable UnitId heldBy,
            boolean replaced) {
        /// Whether the item still holds the place of its kind on the award line.
        public boolean active() {
            return !replaced && !gone();
        }

        /// Withdrawn or destroyed: it moves no more.
        public boolean gone() {
            return where == Whereabouts.WITHDRAWN || where == Whereabouts.DESTROYED;
        }

        private Item to(Whereabouts next, LocalDate on) {
            return new Item(kind, next, on, null, replaced);
        }

        private Item heldBy(UnitId office, LocalDate on) {
            return new Item(kind, Whereabouts.HANDED_IN, on, office, replaced);
        }

        private Item keptSince(LocalDate on) {
            return new Item(kind, where, on, heldBy, replaced);
        }

        private Item closed() {
            return new Item(kind, where, since, heldBy, true);
        }
    }

    public Items {
        byId = Map.copyOf(byId);
    }

    /// The events that tell where an award's items are.
    public static TagQuery of(AwardId award) {
        return TagQuery.of(
                award.tag(),
                ArtifactIssued.class,
                ArtifactKeeperRecorded.class,
                ArtifactReportedDamaged.class,
                ArtifactReportedLost.class,
                ArtifactReportedFound.class,
                ArtifactHandedIn.class,
                CustodyTransferred.class,
                ArtifactReturnedUnchanged.class,
                ArtifactReissued.class,
                ArtifactWithdrawn.class,
                ArtifactDestroyed.class,
                ItemSurveyed.class);
    }

    public Items evolve(Fact fact) {
        return switch (fact.event()) {
            case ArtifactEvent event -> evolve(event, fact.effectiveOn());
            case ItemSurveyed seen -> evolve(seen, fact.effectiveOn());
            default -> this;
        };
    }

    private Items evolve(ArtifactEvent event, LocalDate on) {
        return switch (event) {
            case ArtifactIssued e -> with(e.artifact(), fresh(e.kind(), on));
            case ArtifactKeeperRecorded e -> change(e.artifact(), i -> i.keptSince(on));
            case ArtifactReportedDamaged e ->
                    change(e.artifact(), i -> i.to(Whereabouts.DAMAGED, on));
            case ArtifactReportedLost e -> change(e.artifact(), i -> i.to(Whereabouts.LOST, on));
            case ArtifactReportedFound e -> change(e.artifact(), i -> i.to(Whereabouts.FOUND, on));
            case ArtifactHandedIn e -> change(e.artifact(), i -> i.heldBy(e.receivedBy(), on));
            case CustodyTransferred e -> change(e.artifact(), i -> i.heldBy(e.to(), on));
            case ArtifactReturnedUnchanged e ->
                    change(e.artifact(), i -> i.to(Whereabouts.RETURNED, on));
            case ArtifactReissued e -> {
                var old = e.replaces();
                var rest = old == null ? this : change(old, Item::closed);
                yield rest.with(e.artifact(), fresh(e.kind(), on));
            }
            case ArtifactWithdrawn e -> change(e.artifact(), i -> i.to(Whereabouts.WITHDRAWN, on));
            case ArtifactDestroyed e -> change(e.artifact(), i -> i.to(Whereabouts.DESTROYED, on));
        };
    }

    /// What a survey sees counts: an item nobody recorded as issued enters with it, and one that is
    /// in people's hands is as it was found.
    private Items evolve(ItemSurveyed seen, LocalDate on) {
        var artifact = seen.artifact();
        if (artifact == null) {
            return this;
        }
        var items =
                seen.origin() == ItemOrigin.KHAO_SAT
                        ? with(artifact, fresh(seen.kind(), on))
                        : this;
        return items.change(artifact, i -> found(i, seen.condition(), on));
    }

    private static Item found(Item item, ArtifactCondition condition, LocalDate on) {
        if (!item.where().withKeeper() && item.where() != Whereabouts.LOST) {
            return item;
        }
        return switch (condition) {
            case TOT, CU ->
                    item.to(
                            item.where() == Whereabouts.LOST ? Whereabouts.FOUND : Whereabouts.HELD,
                            on);
            case HU_HONG -> item.to(Whereabouts.DAMAGED, on);
            case MAT -> item.to(Whereabouts.LOST, on);
            case CHUA_NHAN, KHONG_RO -> item.keptSince(on);
        };
    }

    private static Item fresh(ArtifactKind kind, LocalDate on) {
        return new Item(kind, Whereabouts.HELD, on, null, false);
    }

    private Items change(ArtifactId artifact, UnaryOperator<Item> change) {
        var item = byId.get(artifact);
        return item == null ? this : with(artifact, change.apply(item));
    }

    private Items with(ArtifactId artifact, Item item) {
        var all = new HashMap<>(byId);
        all.put(artifact, item);
        return new Items(all);
    }

    public Optional<Item> of(ArtifactId artifact) {
        return Optional.ofNullable(byId.get(artifact));
    }

    /// Whether an active item of the kind is there.
    public boolean hasActive(ArtifactKind kind) {
        return byId.values().stream().anyMatch(i -> i.active() && i.kind() == kind);
    }

    /// Whether another active item of the same kind is there.
    boolean hasActiveBeside(ArtifactId artifact) {
        var one = byId.get(artifact);
        return one != null
                && byId.entrySet().stream()
                        .filter(other -> !other.getKey().equals(artifact))
                        .anyMatch(o -> o.getValue().active() && o.getValue().kind() == one.kind());
    }

    /// Refuses unless the item belongs to the award and nothing happened to it after that day.
    Optional<Refused> checkKnown(ArtifactId artifact, LocalDate day) {
        var item = byId.get(artifact);
        if (item == null) {
            return Optional.of(refuse(ARTIFACT_UNKNOWN, "artifact", artifact));
        }
        return day.isBefore(item.since())
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", item.since()))
                : Optional.empty();
    }

    /// Refuses what was withdrawn or destroyed, too.
    Optional<Refused> checkThere(ArtifactId artifact, LocalDate day) {
        return Checks.first(
                () -> checkKnown(artifact, day),
                Checks.unless(
                        () -> of(artifact).filter(i -> !i.gone()).isPresent(),
                        refuse(ARTIFACT_GONE, "artifact", artifact)));
    }

    /// Refuses unless the item is in its keeper's hands.
    Optional<Refused> checkWithKeeper(ArtifactId artifact, LocalDate day) {
        return Checks.first(
                () -> checkThere(artifact, day),
                Checks.unless(
                        () -> of(artifact).filter(i -> i.where().withKeeper()).isPresent(),
                        refuse(ARTIFACT_NOT_ACTIVE, "artifact", artifact)));
    }

    /// Refuses unless that office holds the item: a leg begins where the one before ended.
    Optional<Refused> checkHeldBy(ArtifactId artifact, UnitId office, LocalDate day) {
        return Checks.first(
                () -> checkThere(artifact, day),
                Checks.unless(
                        () -> of(artifact).filter(i -> i.heldBy() != null).isPresent(),
                        refuse(ARTIFACT_NOT_IN_CUSTODY, "artifact", artifact)),
                Checks.unless(
                        () -> of(artifact).filter(i -> office.equals(i.heldBy())).isPresent(),
                        refuse(CUSTODY_HOLDER_DIFFERS, "artifact", artifact)));
    }
}
