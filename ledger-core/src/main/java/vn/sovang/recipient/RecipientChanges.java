package vn.sovang.recipient;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.CONTACT_ALREADY_RECORDED;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.NOTHING_TO_CORRECT;
import static vn.sovang.decider.RefusalCode.SEALED_FOR_ANOTHER;
import static vn.sovang.rule.Checks.unless;

import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.recipient.RecipientChange.CorrectRecipient;
import vn.sovang.recipient.RecipientChange.RecordContact;
import vn.sovang.rule.Checks;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.RecipientStandings;
import vn.sovang.vocabulary.Document;

/// Data are put right by a paper, while they can be read; whatever is sealed is sealed under the
/// key of the one it speaks of.
public final class RecipientChanges implements Decider<RecipientChange, RecipientStandings> {
    @Override
    public Class<RecipientChange> command() {
        return RecipientChange.class;
    }

    @Override
    public Set<TagQuery> boundary(RecipientChange command) {
        var query = RecipientStanding.of(event(command).recipient());
        return command instanceof RecordContact c
                ? Set.of(query, TagQuery.of(c.contact().subject().tag(), ContactRecorded.class))
                : Set.of(query);
    }

    @Override
    public RecipientStandings initial() {
        return RecipientStandings.NONE;
    }

    @Override
    public RecipientStandings evolve(RecipientStandings standings, Fact fact) {
        return standings.evolve(fact);
    }

    @Override
    public Outcome decide(RecipientChange command, RecipientStandings standings) {
        var origin = command.origin();
        var day = origin.effectiveOn();
        var standing = standings.of(event(command).recipient());
        return Checks.first(
                        standing::checkKnown,
                        unless(() -> !origin.inTheFuture(), refuse(IN_THE_FUTURE, "day", day)),
                        () -> check(command, standing, standings))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event(command))));
    }

    private static Optional<Refused> check(
            RecipientChange command, RecipientStanding standing, RecipientStandings all) {
        return switch (command) {
            case CorrectRecipient c -> checkCorrection(c, standing);
            case RecordContact c -> checkContact(c.contact(), c, all);
        };
    }

    /// Luật 91/2025/QH15 Điều 13: data are put right on request, and the request is a paper.
    private static Optional<Refused> checkCorrection(
            CorrectRecipient c, RecipientStanding standing) {
        var corrected = c.corrected();
        return Checks.first(
                () -> standing.checkReadable(standing.own()),
                unless(
                        () -> c.origin().document() instanceof Document.Paper,
                        refuse(DOCUMENT_MISSING)),
                unless(
                        () ->
                                corrected.name() != null
                                        || corrected.birth() != null
                                        || corrected.residence() != null,
                        refuse(NOTHING_TO_CORRECT)),
                () ->
                        RecipientStanding.checkSealedFor(
                                standing.recipient().value(),
                                corrected.name(),
                                corrected.birth(),
                                corrected.residence()));
    }

    private static Optional<Refused> checkContact(
            ContactRecorded contact, RecordContact c, RecipientStandings all) {
        var subject = contact.subject();
        boolean known =
                all.byId().values().stream().anyMatch(s -> s.contacts().containsKey(subject));
        return Checks.first(
                unless(() -> !known, refuse(CONTACT_ALREADY_RECORDED)),
                // A relative's data go when their own time ends: never under the recipient's key.
                unless(
                        () -> !subject.value().equals(contact.recipient().value()),
                        refuse(SEALED_FOR_ANOTHER, "field", contact.name().field())),
                unless(
                        () -> !contact.keptUntil().isBefore(c.origin().effectiveOn()),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", c.origin().effectiveOn())),
                () ->
                        RecipientStanding.checkSealedFor(
                                subject.value(),
                                contact.name(),
                                contact.address(),
                                contact.phone(),
                                contact.identityNumber()));
    }

    private static RecipientEvent event(RecipientChange command) {
        return switch (command) {
            case CorrectRecipient c -> c.corrected();
            case RecordContact c -> c.contact();
        };
    }
}
