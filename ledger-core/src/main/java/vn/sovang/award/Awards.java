package vn.sovang.award;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_ALREADY_PRESENTED;
import static vn.sovang.decider.RefusalCode.AWARD_ANNULLED;
import static vn.sovang.decider.RefusalCode.AWARD_NOT_ANNULLED;
import static vn.sovang.decider.RefusalCode.AWARD_NOT_STRIPPED;
import static vn.sovang.decider.RefusalCode.AWARD_STRIPPED;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.GROUND_DOES_NOT_APPLY;
import static vn.sovang.decider.RefusalCode.JUDGMENT_MISSING;
import static vn.sovang.decider.RefusalCode.NOT_A_STATE_HONOUR;
import static vn.sovang.decider.RefusalCode.PRIZE_ALREADY_PAID;
import static vn.sovang.decider.RefusalCode.PRIZE_EXCEEDED;
import static vn.sovang.decider.RefusalCode.PRIZE_NOT_PAID;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.sovang.award.AwardCommand.PayPrize;
import vn.sovang.award.AwardCommand.PresentAward;
import vn.sovang.award.AwardCommand.RecoverPrize;
import vn.sovang.award.AwardCommand.RestoreHonour;
import vn.sovang.award.AwardCommand.RevokeAnnulment;
import vn.sovang.award.AwardCommand.StripHonour;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.Competence;
import vn.sovang.rule.StateHonours;
import vn.sovang.rule.UnitHistory;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitId;

/// Decides about an award line after its decision: only what stands is annulled, stripped, handed
/// over and paid; only what was taken is given back.
public final class Awards implements Decider<AwardCommand, AwardState> {
    @Override
    public Class<AwardCommand> command() {
        return AwardCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(AwardCommand command) {
        var queries = new HashSet<TagQuery>();
        queries.add(AwardStanding.of(command.award()));
        switch (command) {
            // Which bodies stand above the conferring one is known only from all of them.
            case AnnulAward c -> {
                queries.add(UnitHistory.all());
                queries.add(Competence.of(c.authority()));
            }
            case RevokeAnnulment c -> {
                queries.add(UnitHistory.all());
                if (c.authority() != null) {
                    queries.add(Competence.of(c.authority()));
                }
            }
            case StripHonour c -> queries.add(UnitHistory.of(c.authority()));
            case RestoreHonour c -> queries.add(UnitHistory.of(c.authority()));
            case PresentAward c -> queries.add(TagQuery.of(c.award().tag(), AwardPresented.class));
            case PayPrize c -> queries.add(payments(c));
            case RecoverPrize c -> queries.add(payments(c));
        }
        return queries;
    }

    private static TagQuery payments(AwardCommand command) {
        return TagQuery.of(command.award().tag(), PrizePaid.class, PrizeRecovered.class);
    }

    @Override
    public AwardState initial() {
        return AwardState.EMPTY;
    }

    @Override
    public AwardState evolve(AwardState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(AwardCommand command, AwardState state) {
        var decided = state.award().decided();
        if (decided == null) {
            return refuse(AWARD_UNKNOWN);
        }
        var verdict =
                switch (command) {
                    case AnnulAward c -> annul(c, decided, state);
                    case RevokeAnnulment c -> revoke(c, decided, state);
                    case StripHonour c -> strip(c, decided, state);
                    case RestoreHonour c -> restore(c, state);
                    case PresentAward c -> present(c, state);
                    case PayPrize c -> pay(c, state);
                    case RecoverPrize c -> recover(c, state);
                };
        return verdict.record(() -> List.of(command.origin().fact(event(command, decided))));
    }

    private static Verdict annul(AnnulAward c, AwardDecided decided, AwardState state) {
        var day = c.origin().effectiveOn();
        return Verdict.of(
                c.origin(),
                byPaper(c),
                () -> state.award().checkDecided(c.awardCode()),
                () -> state.units().check(c.authority(), day),
                unless(() -> !state.award().annulled(), refuse(AWARD_ANNULLED)),
                unless(() -> !state.award().stripped(), refuse(AWARD_STRIPPED)),
                () -> checkConferrer(c.authority(), decided, state, day),
                () -> state.award().checkDay(day));
    }

    private static Verdict revoke(RevokeAnnulment c, AwardDecided decided, AwardState state) {
        var day = c.origin().effectiveOn();
        return Verdict.of(
                c.origin(),
                byPaper(c),
                () -> state.award().checkDecided(c.awardCode()),
                () -> state.units().check(c.authority(), day),
                unless(state.award()::annulled, refuse(AWARD_NOT_ANNULLED)),
                // A court's judgment needs no body of the registered units.
                () ->
                        c.authority() == null
                                ? Optional.empty()
                                : checkConferrer(c.authority(), decided, state, day),
                () -> state.award().checkDay(day));
    }

    private static Optional<Refused> checkConferrer(
            UnitId acting, AwardDecided decided, AwardState state, LocalDate day) {
        return state.competence()
                .checkConferrer(acting, decided.key().authority(), CompetenceScope.ANNUL, day);
    }

    private static Verdict strip(StripHonour c, AwardDecided decided, AwardState state) {
        var day = c.origin().effectiveOn();
        var line = decided.line();
        return Verdict.of(
                c.origin(),
                byPaper(c),
                () -> state.award().checkDecided(c.awardCode()),
                () -> state.units().check(c.authority(), day),
                unless(() -> StateHonours.holds(line.award()), refuse(NOT_A_STATE_HONOUR)),
                unless(
                        () -> StateHonours.allows(c.ground(), line.award(), line.recipientKind()),
                        refuse(GROUND_DOES_NOT_APPLY)),
                () -> checkJudgment(c),
                () -> state.competence().checkPresident(c.authority(), day),
                () -> state.award().checkInForce(c.awardCode(), day));
    }

    private static Optional<Refused> checkJudgment(StripHonour c) {
        var on = c.judgmentFinalOn();
        if (on == null) {
            return StateHonours.needsJudgment(c.ground())
                    ? Optional.of(refuse(JUDGMENT_MISSING))
                    : Optional.empty();
        }
        return c.origin().effectiveOn().isBefore(on)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", on))
                : Optional.empty();
    }

    private static Verdict restore(RestoreHonour c, AwardState state) {
        var day = c.origin().effectiveOn();
        return Verdict.of(
                c.origin(),
                byPaper(c),
                () -> state.award().checkDecided(c.awardCode()),
                () -> state.units().check(c.authority(), day),
                unless(state.award()::stripped, refuse(AWARD_NOT_STRIPPED)),
                () -> state.competence().checkPresident(c.authority(), day),
                () -> state.award().checkDay(day));
    }

    private static Verdict present(PresentAward c, AwardState state) {
        return Verdict.of(
                c.origin(),
                () -> state.award().checkDecided(c.awardCode()),
                unless(() -> !state.presented(), refuse(AWARD_ALREADY_PRESENTED)),
                () -> state.award().checkInForce(c.awardCode(), c.origin().effectiveOn()));
    }

    private static Verdict pay(PayPrize c, AwardState state) {
        return Verdict.of(
                c.origin(),
                () -> state.award().checkDecided(c.awardCode()),
                unless(() -> state.paid() == state.recovered(), refuse(PRIZE_ALREADY_PAID)),
                () -> state.award().checkInForce(c.awardCode(), c.origin().effectiveOn()));
    }

    private static Verdict recover(RecoverPrize c, AwardState state) {
        var award = state.award();
        return Verdict.of(
                c.origin(),
                () -> award.checkDecided(c.awardCode()),
                unless(award::taken, refuse(AWARD_NOT_ANNULLED)),
                unless(() -> state.paid() > 0, refuse(PRIZE_NOT_PAID)),
                unless(
                        () -> state.paid() == 0 || c.dong() <= state.paid() - state.recovered(),
                        refuse(PRIZE_EXCEEDED)),
                () -> award.checkDay(c.origin().effectiveOn()));
    }

    private static Supplier<Optional<Refused>> byPaper(AwardCommand command) {
        return unless(
                () -> command.origin().document() instanceof Document.Paper,
                refuse(DOCUMENT_MISSING));
    }

    private static AwardEvent event(AwardCommand command, AwardDecided decided) {
        var who = decided.line().recipient();
        return switch (command) {
            case AnnulAward c -> new AwardAnnulled(c.award(), c.ground(), c.authority(), who);
            case RevokeAnnulment c ->
                    new AnnulmentRevoked(c.award(), who, c.ground(), c.authority());
            case StripHonour c ->
                    new HonourStripped(
                            c.award(),
                            who,
                            c.ground(),
                            c.authority(),
                            c.judgmentFinalOn(),
                            c.judgment());
            case RestoreHonour c -> new HonourRestored(c.award(), who, c.ground(), c.authority());
            case PresentAward c ->
                    new AwardPresented(c.award(), who, c.place(), c.to(), c.receiver());
            case PayPrize c ->
                    new PrizePaid(c.award(), who, c.dong(), c.multiple(), c.baseSalary(), c.fund());
            case RecoverPrize c -> new PrizeRecovered(c.award(), who, c.dong(), c.fund());
        };
    }
}
