package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_ALREADY_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_ACTIVE;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_IN_CUSTODY;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_LOST;
import static vn.sovang.decider.RefusalCode.AWARD_NOT_ANNULLED;
import static vn.sovang.decider.RefusalCode.CUSTODY_GOES_NOWHERE;
import static vn.sovang.decider.RefusalCode.CUSTODY_HOLDER_DIFFERS;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.Optional;
import vn.sovang.decider.Outcome.Refused;
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
import vn.sovang.rule.Items.Item;
import vn.sovang.rule.Items.Whereabouts;
import vn.sovang.vocabulary.Document;

/// Which step an item may take next. Asked of acts begun in the ledger, which are refused then, and
/// of signed papers, which are recorded as found.
///
/// ```
/// issued ⇄ damaged → handed in ⇄ other offices → destroyed | returned unchanged
/// issued → lost → found            any → withdrawn (after annulment or stripping) → destroyed
/// replaced by a new item: closed, wherever it is
/// ```
public final class ItemRules {
    private ItemRules() {}

    /// The rule that the event breaks, if it breaks one. Of a new item in the place of an old one
    /// see [ReissueRules].
    ///
    /// @param document paper behind the act
    public static Optional<Refused> check(
            ArtifactEvent event, AwardFile file, LocalDate day, Document document) {
        var items = file.items();
        return switch (event) {
            case ArtifactIssued e -> checkIssue(e, file, day);
            case ArtifactKeeperRecorded e ->
                    Checks.first(
                            file::checkDecided, () -> items.checkWithKeeper(e.artifact(), day));
            case ArtifactReportedDamaged e ->
                    Checks.first(
                            () -> file.checkInForce(day),
                            () -> items.checkWithKeeper(e.artifact(), day));
            case ArtifactReportedLost e ->
                    Checks.first(
                            () -> file.checkInForce(day),
                            () -> items.checkWithKeeper(e.artifact(), day));
            case ArtifactReportedFound e ->
                    Checks.first(
                            file::checkDecided,
                            () -> items.checkThere(e.artifact(), day),
                            unless(
                                    () -> is(items, e, Whereabouts.LOST),
                                    refuse(ARTIFACT_NOT_LOST)));
            case ArtifactHandedIn e ->
                    Checks.first(
                            file::checkDecided,
                            () -> file.units().check(e.receivedBy(), day),
                            () -> items.checkWithKeeper(e.artifact(), day));
            case CustodyTransferred e -> checkTransfer(e, file, day);
            case ArtifactReturnedUnchanged e ->
                    Checks.first(
                            file::checkDecided,
                            () -> items.checkHeldBy(e.artifact(), e.from(), day),
                            // A damaged item that was exchanged is collected, not given back (NĐ
                            // 98/2023/NĐ-CP Điều 114).
                            () -> checkActive(e, items));
            case ArtifactReissued _ -> Optional.empty();
            case ArtifactWithdrawn e -> checkWithdrawal(e, file, day);
            case ArtifactDestroyed e -> checkDestruction(e, file, day, document);
        };
    }

    private static Optional<Refused> checkIssue(ArtifactIssued e, AwardFile file, LocalDate day) {
        return Checks.first(
                () -> file.checkInForce(day),
                () -> file.checkPart(file.code(), e.kind()),
                unless(
                        () -> !file.items().hasActive(e.kind()),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", e.kind())),
                unless(
                        () -> file.items().of(e.artifact()).isEmpty(),
                        refuse(ARTIFACT_ALREADY_ACTIVE, "kind", e.kind())));
    }

    private static Optional<Refused> checkTransfer(
            CustodyTransferred e, AwardFile file, LocalDate day) {
        return Checks.first(
                file::checkDecided,
                () -> file.items().checkHeldBy(e.artifact(), e.from(), day),
                unless(() -> !e.from().equals(e.to()), refuse(CUSTODY_GOES_NOWHERE)),
                () -> file.units().check(e.to(), day));
    }

    private static Optional<Refused> checkWithdrawal(
            ArtifactWithdrawn e, AwardFile file, LocalDate day) {
        // Luật TĐKT 2022 Điều 93: the item follows the award, never goes before it.
        return Checks.first(
                file::checkDecided,
                unless(() -> file.award().taken(), refuse(AWARD_NOT_ANNULLED)),
                () -> file.items().checkThere(e.artifact(), day),
                () -> checkActive(e, file.items()),
                () -> file.units().check(e.receivedBy(), day));
    }

    private static Optional<Refused> checkDestruction(
            ArtifactDestroyed e, AwardFile file, LocalDate day, Document document) {
        var items = file.items();
        return Checks.first(
                unless(() -> document instanceof Document.Paper, refuse(DOCUMENT_MISSING)),
                file::checkDecided,
                () -> items.checkKnown(e.artifact(), day),
                unless(
                        () ->
                                is(items, e, Whereabouts.HANDED_IN)
                                        || is(items, e, Whereabouts.WITHDRAWN),
                        refuse(ARTIFACT_NOT_IN_CUSTODY, "artifact", e.artifact())),
                unless(
                        () -> {
                            var holder = items.of(e.artifact()).map(Item::heldBy);
                            return e.holder() == null
                                    || holder.isEmpty()
                                    || holder.get().equals(e.holder());
                        },
                        refuse(CUSTODY_HOLDER_DIFFERS, "artifact", e.artifact())));
    }

    private static Optional<Refused> checkActive(ArtifactEvent e, Items items) {
        return items.of(e.artifact()).filter(Item::active).isPresent()
                ? Optional.empty()
                : Optional.of(refuse(ARTIFACT_NOT_ACTIVE, "artifact", e.artifact()));
    }

    private static boolean is(Items items, ArtifactEvent e, Whereabouts where) {
        return items.of(e.artifact()).filter(i -> i.where() == where).isPresent();
    }
}
