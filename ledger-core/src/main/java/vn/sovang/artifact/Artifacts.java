package vn.sovang.artifact;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.rule.Checks.unless;

import java.util.HashSet;
import java.util.Set;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.RecordKeeper;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactDamaged;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactFound;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.ReturnArtifactUnchanged;
import vn.sovang.artifact.ArtifactCommand.TransferCustody;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactKeeperRecorded;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardFile;
import vn.sovang.rule.Checks;
import vn.sovang.rule.ItemRules;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.UnitId;

/// Decides about items of an award begun in the ledger: one active item per award line and kind,
/// and each step only from where the item is.
public final class Artifacts implements Decider<ArtifactCommand, AwardFile> {
    @Override
    public Class<ArtifactCommand> command() {
        return ArtifactCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ArtifactCommand command) {
        var queries = new HashSet<>(AwardFile.of(command.award(), command.awardCode()));
        offices(command).forEach(office -> queries.add(Units.lifeOf(office)));
        return queries;
    }

    /// Offices whose existence a step depends on.
    private static Set<UnitId> offices(ArtifactCommand command) {
        return switch (command) {
            case HandInArtifact c -> Set.of(c.receivedBy());
            case TransferCustody c -> Set.of(c.to());
            case WithdrawArtifact c -> c.receivedBy() == null ? Set.of() : Set.of(c.receivedBy());
            case IssueArtifact _,
                    RecordKeeper _,
                    ReportArtifactDamaged _,
                    ReportArtifactLost _,
                    ReportArtifactFound _,
                    ReturnArtifactUnchanged _,
                    DestroyArtifact _ ->
                    Set.of();
        };
    }

    @Override
    public AwardFile initial() {
        return AwardFile.EMPTY;
    }

    @Override
    public AwardFile evolve(AwardFile state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(ArtifactCommand command, AwardFile file) {
        var origin = command.origin();
        var event = event(command);
        return Checks.first(
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> file.checkNamed(command.awardCode()),
                        () -> ItemRules.check(event, file, origin.effectiveOn(), origin.document()))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event)));
    }

    private static ArtifactEvent event(ArtifactCommand command) {
        return switch (command) {
            case IssueArtifact c ->
                    new ArtifactIssued(
                            c.artifact(), c.award(), c.kind(), c.serial(), c.goldenBook());
            case RecordKeeper c -> new ArtifactKeeperRecorded(c.artifact(), c.award(), c.keeper());
            case ReportArtifactDamaged c ->
                    new ArtifactReportedDamaged(c.artifact(), c.award(), c.circumstances());
            case ReportArtifactLost c ->
                    new ArtifactReportedLost(c.artifact(), c.award(), c.circumstances());
            case ReportArtifactFound c ->
                    new ArtifactReportedFound(c.artifact(), c.award(), c.circumstances());
            case HandInArtifact c ->
                    new ArtifactHandedIn(
                            c.artifact(), c.award(), c.receivedBy(), c.receiptNumber());
            case TransferCustody c ->
                    new CustodyTransferred(
                            c.artifact(),
                            c.award(),
                            c.from(),
                            c.to(),
                            c.receiptNumber(),
                            c.location(),
                            c.purpose());
            case ReturnArtifactUnchanged c ->
                    new ArtifactReturnedUnchanged(
                            c.artifact(), c.award(), c.from(), c.keeper(), c.receiptNumber());
            case WithdrawArtifact c ->
                    new ArtifactWithdrawn(c.artifact(), c.award(), c.reason(), c.receivedBy());
            case DestroyArtifact c ->
                    new ArtifactDestroyed(
                            c.artifact(), c.award(), c.holder(), c.council(), c.reason());
        };
    }
}
