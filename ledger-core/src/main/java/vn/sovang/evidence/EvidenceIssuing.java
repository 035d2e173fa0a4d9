package vn.sovang.evidence;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;
import static vn.sovang.decider.RefusalCode.EVIDENCE_ALREADY_ISSUED;
import static vn.sovang.decider.RefusalCode.RECIPIENT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.UNIT_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.EvidenceEvent.EvidenceBundleIssued;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.UnitId;

/// A bundle is issued once, about something the ledger knows.
public final class EvidenceIssuing implements Decider<IssueEvidence, EvidenceIssuing.State> {
    /// What the rules need to know.
    public record State(boolean issued, boolean award, boolean recipient, Units units) {}

    @Override
    public Class<IssueEvidence> command() {
        return IssueEvidence.class;
    }

    @Override
    public Set<TagQuery> boundary(IssueEvidence command) {
        var issued = command.issued();
        var queries = new HashSet<TagQuery>();
        queries.add(TagQuery.of(issued.bundle().tag(), EvidenceBundleIssued.class));
        switch (issued.subject()) {
            case EvidenceSubject.OfAward(var award) ->
                    queries.add(TagQuery.of(award.tag(), AwardDecided.class));
            case EvidenceSubject.OfRecipient(var recipient) ->
                    queries.add(TagQuery.of(recipient.tag(), RecipientRegistered.class));
            case EvidenceSubject.OfPeriod period -> {
                if (period.authority() != null) {
                    queries.add(Units.lifeOf(period.authority()));
                }
            }
        }
        return queries;
    }

    @Override
    public State initial() {
        return new State(false, false, false, Units.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(
                state.issued() || fact.event() instanceof EvidenceBundleIssued,
                state.award() || fact.event() instanceof AwardDecided,
                state.recipient() || fact.event() instanceof RecipientRegistered,
                state.units().evolve(fact));
    }

    @Override
    public Outcome decide(IssueEvidence command, State state) {
        var subject = command.issued().subject();
        var authority = subject instanceof EvidenceSubject.OfPeriod p ? p.authority() : null;
        return Checks.first(
                        unless(() -> !state.issued(), refuse(EVIDENCE_ALREADY_ISSUED)),
                        unless(
                                () ->
                                        state.award()
                                                || !(subject instanceof EvidenceSubject.OfAward),
                                refuse(AWARD_UNKNOWN)),
                        unless(
                                () ->
                                        state.recipient()
                                                || !(subject
                                                        instanceof EvidenceSubject.OfRecipient),
                                refuse(RECIPIENT_UNKNOWN)),
                        unless(
                                () -> isKnown(authority, state.units()),
                                refuse(UNIT_UNKNOWN, "unit", String.valueOf(authority))))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(command.issued())));
    }

    private static boolean isKnown(@Nullable UnitId authority, Units units) {
        return authority == null || units.byId().containsKey(authority);
    }
}
