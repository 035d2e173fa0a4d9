package vn.sovang.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.Fact;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.UnitId;

/// How far one re-issue case has come (*trường hợp cấp đổi, cấp lại, cấp mới*).
///
/// @param subject what it is about; absent until somebody opens it
/// @param wanted items not made yet
/// @param confirmed an archive holder confirmed the award
/// @param listedBy offices on whose lists it stands, with the list
/// @param made new items that nobody has received yet
/// @param lastOn latest effective day of the case's own acts
public record ReissueCase(
        @Nullable Subject subject,
        List<Wanted> wanted,
        Stage stage,
        boolean confirmed,
        Map<UnitId, ListId> listedBy,
        Set<ArtifactId> made,
        LocalDate lastOn) {
    public static final ReissueCase NONE =
            new ReissueCase(null, List.of(), Stage.NONE, false, Map.of(), Set.of(), LocalDate.MIN);

    /// Where a case stands.
    public enum Stage {
        /// Nobody opened it.
        NONE,
        /// Received, or back from where it was.
        RECEIVED,
        /// Papers were asked for (*bổ sung*).
        INCOMPLETE,
        /// On an office's list sent up (*rà soát, đề nghị*).
        LISTED,
        /// Sent on to a higher body (*gửi cấp trên*).
        FORWARDED,
        /// The archive cannot confirm the award (*không đủ căn cứ*).
        INSUFFICIENT,
        /// Granted.
        APPROVED,
        /// All new items are made.
        REISSUED,
        /// All new items are with those who receive them (*đã giao*).
        HANDED_OVER,
        /// Refused (*từ chối*).
        REFUSED,
        /// The file went back to the applicant (*trả hồ sơ*).
        RETURNED
    }

    /// An item the case asks for.
    ///
    /// @param old the item it takes the place of, where the ledger has it
    public record Wanted(ArtifactKind kind, @Nullable ArtifactId old) {}

    public ReissueCase {
        wanted = List.copyOf(wanted);
        listedBy = Map.copyOf(listedBy);
        made = Set.copyOf(made);
    }

    /// The events of a case, under its own tag or under that of its award.
    public static TagQuery under(String tag) {
        return TagQuery.of(
                tag,
                ReissueRequested.class,
                ReissueProposed.class,
                ReissueProposalReturned.class,
                ReissueCompletionRequested.class,
                ReissueCompleted.class,
                ReissueForwardedUp.class,
                EntitlementConfirmed.class,
                EntitlementNotConfirmed.class,
                ReissueApproved.class,
                ReissueRefused.class,
                ReissueFileReturned.class,
                ArtifactReissued.class,
                ReissueHandedOver.class);
    }

    /// The case an event speaks of.
    public static Optional<CaseId> caseOf(Fact fact) {
        return switch (fact.event()) {
            case CaseEvent e -> Optional.of(e.reissueCase());
            case ArtifactReissued e -> Optional.of(e.reissueCase());
            default -> Optional.empty();
        };
    }

    public boolean open() {
        return subject != null && !settled();
    }

    /// Whether nothing is left to decide or to make.
    public boolean settled() {
        return switch (stage) {
            case REISSUED, HANDED_OVER, REFUSED, RETURNED -> true;
            case NONE, RECEIVED, INCOMPLETE, LISTED, FORWARDED, INSUFFICIENT, APPROVED -> false;
        };
    }

    /// The case after one more fact, which must be its own.
    public ReissueCase evolve(Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case ReissueRequested e -> subject == null ? opened(e, on) : at(stage, on);
            case ReissueProposed e -> (subject == null ? opened(e, on) : this).listed(e, on);
            case ReissueProposalReturned e -> unlisted(e.to(), on);
            case ReissueCompletionRequested _ -> at(Stage.INCOMPLETE, on);
            case ReissueCompleted _ -> at(Stage.RECEIVED, on);
            case ReissueForwardedUp _ -> at(Stage.FORWARDED, on);
            case EntitlementConfirmed _ ->
                    at(stage == Stage.INSUFFICIENT ? Stage.RECEIVED : stage, on).confirmed(true);
            case EntitlementNotConfirmed _ -> at(Stage.INSUFFICIENT, on).confirmed(false);
            case ReissueApproved _ -> at(Stage.APPROVED, on);
            case ReissueRefused _ -> at(Stage.REFUSED, on);
            case ReissueFileReturned _ -> at(Stage.RETURNED, on);
            case ArtifactReissued e -> made(e, on);
            case ReissueHandedOver e -> handedOver(e.artifact(), on);
            default -> this;
        };
    }

    private static ReissueCase opened(ReissueRequested e, LocalDate on) {
        return new ReissueCase(
                e.subject(), wantedBy(e), Stage.RECEIVED, false, Map.of(), Set.of(), on);
    }

    /// The items a request asks for.
    static List<Wanted> wantedBy(ReissueRequested e) {
        var wanted = new ArrayList<Wanted>();
        wanted.add(new Wanted(e.subject().artifactKind(), e.subject().artifact()));
        var application = e.application();
        if (application != null) {
            application.further().forEach(f -> wanted.add(new Wanted(f.kind(), f.artifact())));
        }
        return wanted;
    }

    private static ReissueCase opened(ReissueProposed e, LocalDate on) {
        var wanted = new Wanted(e.subject().artifactKind(), e.subject().artifact());
        return new ReissueCase(
                e.subject(), List.of(wanted), Stage.RECEIVED, false, Map.of(), Set.of(), on);
    }

    private ReissueCase at(Stage next, LocalDate on) {
        return new ReissueCase(subject, wanted, next, confirmed, listedBy, made, on);
    }

    private ReissueCase confirmed(boolean yes) {
        return new ReissueCase(subject, wanted, stage, yes, listedBy, made, lastOn);
    }

    private ReissueCase listed(ReissueProposed e, LocalDate on) {
        var offices = new HashMap<>(listedBy);
        offices.put(e.from(), e.list());
        return new ReissueCase(subject, wanted, Stage.LISTED, confirmed, offices, made, on);
    }

    private ReissueCase unlisted(UnitId office, LocalDate on) {
        var offices = new HashMap<>(listedBy);
        offices.remove(office);
        return new ReissueCase(subject, wanted, Stage.RECEIVED, confirmed, offices, made, on);
    }

    private ReissueCase made(ArtifactReissued e, LocalDate on) {
        var left = new ArrayList<>(wanted);
        find(e.kind(), e.replaces()).ifPresent(left::remove);
        var items = new HashSet<>(made);
        items.add(e.artifact());
        var next = left.isEmpty() ? Stage.REISSUED : stage;
        return new ReissueCase(subject, left, next, confirmed, listedBy, items, on);
    }

    private ReissueCase handedOver(ArtifactId artifact, LocalDate on) {
        var left = new HashSet<>(made);
        left.remove(artifact);
        var next = stage == Stage.REISSUED && left.isEmpty() ? Stage.HANDED_OVER : stage;
        return new ReissueCase(subject, wanted, next, confirmed, listedBy, left, on);
    }

    /// The wanted item of that kind in the place of that old one.
    public Optional<Wanted> find(ArtifactKind kind, @Nullable ArtifactId old) {
        return wanted.stream()
                .filter(w -> w.kind() == kind && java.util.Objects.equals(w.old(), old))
                .findFirst();
    }
}
