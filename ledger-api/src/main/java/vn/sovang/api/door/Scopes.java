package vn.sovang.api.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// Works out whose records somebody sees, from the lineage of units in the register.
///
/// An office has its unit; all below it, over any number of levels; and all that were merged into
/// one of these, or that one of these followed. Of a unit that was divided, each part has the
/// whole: the paper does not say which record went where. A user of no unit belongs to the office
/// that keeps the register, which has all. The data-protection officer reads all units, and so do
/// inspectors, but for those whose [Mandate] names some.
@Component
public final class Scopes {
    /// Units change by acts of the National Assembly; this is soon enough.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Projections projections;
    private final InstantSource clock = InstantSource.system();

    /// What was read last; replaced as a whole.
    private volatile @Nullable Units units;

    private record Units(List<UnitRow> rows, Instant at) {}

    Scopes(Projections projections) {
        this.projections = projections;
    }

    /// The scope of whoever calls a handler.
    public Scope of(SignedIn reader) {
        var unit = reader.unit();
        var own = unit == null ? null : belonging(unit, rows());
        return new Scope(own, read(reader, own));
    }

    /// Null for every unit. What an inspector was sent to look at comes beside what his own office
    /// reads, if he has another role in one.
    private @Nullable Set<UnitId> read(SignedIn reader, @Nullable Set<UnitId> own) {
        if (reader.roles().contains(Role.DPO)) {
            return null;
        }
        if (!reader.roles().contains(Role.INSPECTOR)) {
            return own;
        }
        var mandate = reader.mandate();
        boolean keepsTheRegister = own == null && reader.roles().size() > 1;
        if (mandate == null || mandate.units().isEmpty() || keepsTheRegister) {
            return null;
        }
        var found = new HashSet<UnitId>(own == null ? Set.of() : own);
        mandate.units().forEach(unit -> found.addAll(belonging(unit, rows())));
        return found;
    }

    /// @throws Failure `UNIT_OUT_OF_SCOPE` unless the caller reads every unit: for what cannot be
    ///   cut
    public void requireEverything(SignedIn reader) {
        if (of(reader).limit().isPresent()) {
            throw Failure.of(FailureCode.UNIT_OUT_OF_SCOPE);
        }
    }

    private List<UnitRow> rows() {
        var known = units;
        var now = clock.instant();
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            known = new Units(projections.register().units(), now);
            units = known;
        }
        return known.rows();
    }

    /// The unit, those below it and those it came from, and so on from each of these.
    static Set<UnitId> belonging(UnitId unit, List<UnitRow> rows) {
        var found = new HashSet<UnitId>();
        found.add(unit);
        boolean more = true;
        while (more) {
            more = false;
            for (var row : rows) {
                var parent = row.parent();
                boolean below = parent != null && found.contains(parent);
                if (below || row.successors().stream().anyMatch(found::contains)) {
                    more |= found.add(row.id());
                }
            }
        }
        return found;
    }

    /// The register with the list of awards that somebody sees.
    public Register within(Register register, SignedIn reader) {
        return of(reader).limit().map(register::within).orElse(register);
    }

    /// Whether somebody may open what an id names, whatever it is; true for what is not there.
    public boolean opens(Scope scope, UUID id) {
        var limit = scope.limit();
        if (limit.isEmpty()) {
            return true;
        }
        var register = projections.register();
        var award = register.award(new AwardId(id));
        if (award.isPresent()) {
            return sees(scope, award.get());
        }
        var item = register.artifact(new ArtifactId(id));
        if (item.isPresent()) {
            var of = register.award(item.get().award());
            return of.map(row -> sees(scope, row)).orElse(true)
                    || (item.get().heldBy() != null && scope.sees(item.get().heldBy()));
        }
        var decision = register.decision(new DecisionId(id));
        if (decision.isPresent()) {
            return scope.sees(decision.get().authority())
                    || register.within(limit.get()).hasAwards(AwardFilter.of(decision.get().id()));
        }
        return opensFile(scope, id, register);
    }

    private boolean opensFile(Scope scope, UUID id, Register register) {
        var nomination = register.nomination(new NominationId(id));
        if (nomination.isPresent()) {
            var row = nomination.get();
            return scope.sees(row.proposingUnit(), row.submittedTo(), row.line().recipientUnit());
        }
        var reissue = register.reissueCase(new CaseId(id));
        if (reissue.isPresent()) {
            var row = reissue.get();
            return scope.sees(row.office(), row.approvedBy(), row.steps().forwardedTo());
        }
        return opens(scope, new RecipientId(id));
    }

    /// Whether somebody may open a recipient: whoever has no award yet is everybody's, and so is
    /// who is not there.
    public boolean opens(Scope scope, RecipientId recipient) {
        var limit = scope.limit();
        var register = projections.register();
        var all = AwardFilter.of(recipient);
        return limit.isEmpty()
                || register.within(limit.get()).hasAwards(all)
                || !register.hasAwards(all);
    }

    /// Whether an award line is seen: by who decided it, who proposed it, and whose it is.
    public static boolean sees(Scope scope, AwardRow row) {
        return scope.sees(row.authority(), row.proposingUnit(), row.line().recipientUnit());
    }
}
