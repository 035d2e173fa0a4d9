package vn.sovang.subject;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.LEGAL_BASIS_MISSING;
import static vn.sovang.decider.RefusalCode.PROCESSING_ALREADY_RESTRICTED;
import static vn.sovang.decider.RefusalCode.PROCESSING_NOT_RESTRICTED;
import static vn.sovang.decider.RefusalCode.RETENTION_ALLOWS_ERASURE;
import static vn.sovang.decider.RefusalCode.RETENTION_FORBIDS_ERASURE;
import static vn.sovang.decider.RefusalCode.SECOND_PERSON_MISSING;
import static vn.sovang.decider.RefusalCode.SUBJECT_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.PrivacyEvent.ErasureRefused;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.PrivacyEvent.ProcessingRestricted;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.LegalRegimes;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.RecipientStandings;
import vn.sovang.rule.Retention;
import vn.sovang.rule.Retention.Kept;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.LiftRestriction;
import vn.sovang.subject.SubjectCommand.RefuseErasure;
import vn.sovang.subject.SubjectCommand.RestrictProcessing;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.LegalTopic;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.SubjectId;

/// Restriction, correction and erasure are three things (Luật 91/2025/QH15 Điều 4, 13, 14). Data
/// are erased when no file has to be kept any more, by a decision that two persons stand for; an
/// erasure is refused only where the law on archives forbids it. Every act cites the article in
/// force on its day; where no text was in force, there is no such act.
public final class SubjectRights implements Decider<SubjectCommand, SubjectRights.State> {
    /// What the rules need to know.
    public record State(RecipientStandings standings, Retention retention, LegalRegimes texts) {}

    @Override
    public Class<SubjectCommand> command() {
        return SubjectCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(SubjectCommand command) {
        var queries = new HashSet<TagQuery>();
        queries.add(RecipientStanding.of(command.recipient()));
        queries.add(LegalRegimes.all());
        if (command instanceof EraseIdentity || command instanceof RefuseErasure) {
            queries.add(Retention.awardsOf(command.recipient()));
            queries.add(AwardTypes.all());
        }
        return queries;
    }

    @Override
    public State initial() {
        return new State(RecipientStandings.NONE, Retention.NOTHING, LegalRegimes.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(
                state.standings().evolve(fact),
                state.retention().evolve(fact),
                state.texts().evolve(fact.event()));
    }

    @Override
    public Outcome decide(SubjectCommand command, State state) {
        var origin = command.origin();
        var day = origin.effectiveOn();
        var standing = state.standings().of(command.recipient());
        return Checks.first(
                        unless(
                                () -> origin.document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        unless(() -> !origin.inTheFuture(), refuse(IN_THE_FUTURE, "day", day)),
                        standing::checkKnown,
                        unless(
                                () -> !day.isBefore(standing.lastOn()),
                                refuse(EARLIER_THAN_ITS_CAUSE, "day", standing.lastOn())),
                        unless(
                                () -> basis(command, state).isPresent(),
                                refuse(LEGAL_BASIS_MISSING, "day", day)),
                        () -> check(command, standing, state))
                .<Outcome>map(r -> r)
                .orElseGet(() ->
                        Outcome.accept(
                                events(command, standing, state).stream()
                                        .map(origin::fact)
                                        .toList()));
    }

    private static Optional<String> basis(SubjectCommand command, State state) {
        var topic =
                switch (command) {
                    case RestrictProcessing _, LiftRestriction _ -> LegalTopic.DATA_RESTRICTION;
                    case EraseIdentity _, RefuseErasure _ -> LegalTopic.DATA_ERASURE;
                };
        return state.texts()
                .cite(topic, command.origin().effectiveOn())
                .map(LegalRegimes.Citation::toString);
    }

    private static Optional<Refused> check(
            SubjectCommand command, RecipientStanding standing, State state) {
        return switch (command) {
            case RestrictProcessing _ ->
                    standing.restricted()
                            ? Optional.of(refuse(PROCESSING_ALREADY_RESTRICTED))
                            : Optional.empty();
            case LiftRestriction _ ->
                    standing.restricted()
                            ? Optional.empty()
                            : Optional.of(refuse(PROCESSING_NOT_RESTRICTED));
            case EraseIdentity c ->
                    Checks.first(
                            () -> checkSubject(c.subject(), standing),
                            unless(
                                    () -> !c.approvedBy().equals(c.origin().by().user()),
                                    refuse(SECOND_PERSON_MISSING)),
                            () -> checkErasable(c, kept(c.subject(), standing, state)));
            case RefuseErasure c ->
                    Checks.first(
                            () -> checkSubject(c.subject(), standing),
                            unless(
                                    () ->
                                            kept(c.subject(), standing, state)
                                                    .forbidsErasureOn(c.origin().effectiveOn()),
                                    refuse(RETENTION_ALLOWS_ERASURE)));
        };
    }

    private static Optional<Refused> checkSubject(SubjectId subject, RecipientStanding standing) {
        return subject.equals(standing.own()) || standing.contacts().containsKey(subject)
                ? standing.checkReadable(subject)
                : Optional.of(refuse(SUBJECT_UNKNOWN));
    }

    /// Luật Lưu trữ 33/2024/QH15: what has to be kept is not destroyed, whoever asks.
    private static Optional<Refused> checkErasable(EraseIdentity command, Kept kept) {
        return kept.forbidsErasureOn(command.origin().effectiveOn())
                ? Optional.of(
                        refuse(
                                RETENTION_FORBIDS_ERASURE,
                                Map.of(
                                        "retention",
                                        kept.as().name(),
                                        "until",
                                        Objects.toString(kept.until(), "∞"))))
                : Optional.empty();
    }

    private static Kept kept(SubjectId subject, RecipientStanding standing, State state) {
        var until = standing.contacts().get(subject);
        return until == null ? state.retention().kept() : new Kept(RetentionClass.UNTIL_DAY, until);
    }

    private static List<LedgerEvent> events(
            SubjectCommand command, RecipientStanding standing, State state) {
        var basis = basis(command, state).orElseThrow();
        return switch (command) {
            case RestrictProcessing c ->
                    List.of(new ProcessingRestricted(c.recipient(), c.ground(), basis));
            case LiftRestriction c -> List.of(new RestrictionLifted(c.recipient()));
            case EraseIdentity c -> {
                var kept = kept(c.subject(), standing, state);
                yield List.of(
                        new IdentityErased(
                                c.recipient(),
                                c.subject(),
                                c.ground(),
                                basis,
                                kept.as(),
                                kept.until(),
                                c.approvedBy()));
            }
            case RefuseErasure c -> refused(c, basis, standing, state);
        };
    }

    /// What cannot be erased is at least not shown: a refusal restricts, where nothing did before.
    private static List<LedgerEvent> refused(
            RefuseErasure c, String basis, RecipientStanding standing, State state) {
        var kept = kept(c.subject(), standing, state);
        var events = new ArrayList<LedgerEvent>();
        events.add(
                new ErasureRefused(
                        c.recipient(), c.subject(), c.ground(), basis, kept.as(), kept.until()));
        if (!standing.restricted() && c.subject().equals(standing.own())) {
            var restriction =
                    state.texts()
                            .cite(LegalTopic.DATA_RESTRICTION, c.origin().effectiveOn())
                            .map(LegalRegimes.Citation::toString)
                            .orElse(basis);
            events.add(
                    new ProcessingRestricted(
                            c.recipient(), RestrictionGround.ERASURE_REFUSED, restriction));
        }
        return events;
    }
}
