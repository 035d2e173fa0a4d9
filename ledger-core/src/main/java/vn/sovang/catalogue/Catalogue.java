package vn.sovang.catalogue;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_ALREADY_DEFINED;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_NOT_VALID;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.LEGAL_TEXT_ALREADY_DEFINED;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.catalogue.CatalogueCommand.DefineAwardType;
import vn.sovang.catalogue.CatalogueCommand.DefineLegalText;
import vn.sovang.catalogue.CatalogueCommand.RetireAwardType;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.AwardTypeRetired;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.LegalRegimes;
import vn.sovang.vocabulary.Document;

/// The catalogue changes by papers, forward in time: a new form of a type begins after the one
/// before, so that no decision taken under a form loses it. Awards conferred under an older form
/// stay valid (Luật Thi đua, khen thưởng 2022 Điều 95).
public final class Catalogue implements Decider<CatalogueCommand, Catalogue.State> {
    /// What the rules need to know.
    public record State(AwardTypes types, LegalRegimes texts) {}

    @Override
    public Class<CatalogueCommand> command() {
        return CatalogueCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(CatalogueCommand command) {
        return switch (command) {
            case DefineAwardType c -> Set.of(AwardTypes.definitionOf(c.type().code()));
            case RetireAwardType c -> Set.of(AwardTypes.definitionOf(c.code()));
            case DefineLegalText _ -> Set.of(LegalRegimes.all());
        };
    }

    @Override
    public State initial() {
        return new State(AwardTypes.NONE, LegalRegimes.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(state.types().evolve(fact.event()), state.texts().evolve(fact.event()));
    }

    @Override
    public Outcome decide(CatalogueCommand command, State state) {
        var origin = command.origin();
        return Checks.first(
                        unless(
                                () -> origin.document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        () -> check(command, state))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event(command))));
    }

    private static Optional<Refused> check(CatalogueCommand command, State state) {
        return switch (command) {
            case DefineAwardType c -> checkForm(c.type(), state.types());
            case RetireAwardType c -> checkEnd(c, state.types());
            case DefineLegalText c ->
                    Checks.first(
                            () -> inOrder(c.text().from(), c.text().until()),
                            unless(
                                    () ->
                                            !c.text()
                                                    .equals(
                                                            state.texts()
                                                                    .byCode()
                                                                    .get(c.text().code())),
                                    refuse(LEGAL_TEXT_ALREADY_DEFINED, "text", c.text().number())));
        };
    }

    private static Optional<Refused> checkForm(AwardTypeDefined type, AwardTypes types) {
        var before = types.of(type.code());
        if (before.isEmpty()) {
            return inOrder(type.validFrom(), type.validTo());
        }
        var since = before.get().validFrom();
        var from = type.validFrom();
        // Without a first day the new form would reach back over the one before.
        if (from == null || from.equals(since)) {
            return Optional.of(refuse(AWARD_TYPE_ALREADY_DEFINED, "award", before.get().nameVi()));
        }
        return since != null && from.isBefore(since)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", since))
                : inOrder(from, type.validTo());
    }

    private static Optional<Refused> checkEnd(RetireAwardType c, AwardTypes types) {
        var known = types.of(c.code());
        if (known.isEmpty()) {
            return Optional.of(refuse(AWARD_TYPE_UNKNOWN, "award", c.code()));
        }
        // Ended before, or not begun yet: there is nothing to end.
        return types.on(c.code(), c.retiredOn().minusDays(1)).isPresent()
                ? Optional.empty()
                : Optional.of(
                        refuse(
                                AWARD_TYPE_NOT_VALID,
                                Map.of(
                                        "award",
                                        known.get().nameVi(),
                                        "day",
                                        c.retiredOn().toString())));
    }

    private static Optional<Refused> inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && to.isBefore(from)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", from))
                : Optional.empty();
    }

    private static LedgerEvent event(CatalogueCommand command) {
        return switch (command) {
            case DefineAwardType c -> c.type();
            case RetireAwardType c -> new AwardTypeRetired(c.code(), c.retiredOn(), c.basis());
            case DefineLegalText c -> c.text();
        };
    }
}
