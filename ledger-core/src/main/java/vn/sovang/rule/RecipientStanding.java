package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.RECIPIENT_ERASED;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_DIFFERS;
import static vn.sovang.decider.RefusalCode.RECIPIENT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.SEALED_FOR_ANOTHER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.PrivacyEvent.ProcessingRestricted;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;

/// What is known of one recipient's data: whether they are there, restricted, erased, and with whom
/// the recipient is one.
///
/// @param registered absent while unknown
/// @param contacts last day of keeping, by subject
/// @param joined others decided to be the same, by a decision that still stands
/// @param lastOn latest day of any of this
public record RecipientStanding(
        RecipientId recipient,
        @Nullable RecipientRegistered registered,
        Map<SubjectId, LocalDate> contacts,
        Set<SubjectId> erased,
        boolean restricted,
        Set<RecipientId> joined,
        LocalDate lastOn) {
    public RecipientStanding {
        contacts = Map.copyOf(contacts);
        erased = Set.copyOf(erased);
        joined = Set.copyOf(joined);
    }

    /// Nothing is known yet.
    public static RecipientStanding unknown(RecipientId recipient) {
        return new RecipientStanding(
                recipient, null, Map.of(), Set.of(), false, Set.of(), LocalDate.MIN);
    }

    /// The events that tell it.
    public static TagQuery of(RecipientId recipient) {
        return TagQuery.of(
                recipient.tag(),
                RecipientRegistered.class,
                ContactRecorded.class,
                RecipientsJoined.class,
                RecipientsSeparated.class,
                ProcessingRestricted.class,
                RestrictionLifted.class,
                IdentityErased.class);
    }

    /// The events that tell whether processing is restricted.
    public static TagQuery restrictionsOf(RecipientId recipient) {
        return TagQuery.of(recipient.tag(), ProcessingRestricted.class, RestrictionLifted.class);
    }

    /// The data of the recipient, as a subject.
    public SubjectId own() {
        return new SubjectId(recipient.value());
    }

    /// A further fact about this recipient.
    RecipientStanding evolve(Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case RecipientRegistered r ->
                    new RecipientStanding(recipient, r, contacts, erased, restricted, joined, on);
            case ContactRecorded c -> {
                var more = new HashMap<>(contacts);
                more.put(c.subject(), c.keptUntil());
                yield new RecipientStanding(
                        recipient, registered, more, erased, restricted, joined, on);
            }
            case IdentityErased e -> {
                var more = new HashSet<>(erased);
                more.add(e.subject());
                yield new RecipientStanding(
                        recipient, registered, contacts, more, restricted, joined, on);
            }
            case ProcessingRestricted _ -> limited(true, on);
            case RestrictionLifted _ -> limited(false, on);
            case RecipientsJoined j -> linked(j.recipient(), j.other(), true, on);
            case RecipientsSeparated s -> linked(s.recipient(), s.other(), false, on);
            default -> this;
        };
    }

    private RecipientStanding limited(boolean restricted, LocalDate on) {
        return new RecipientStanding(
                recipient, registered, contacts, erased, restricted, joined, on);
    }

    private RecipientStanding linked(RecipientId one, RecipientId two, boolean as, LocalDate on) {
        var other = one.equals(recipient) ? two : one;
        var all = new HashSet<>(joined);
        if (as) {
            all.add(other);
        } else {
            all.remove(other);
        }
        return new RecipientStanding(recipient, registered, contacts, erased, restricted, all, on);
    }

    /// Refuses unless the recipient is registered.
    public Optional<Refused> checkKnown() {
        return registered == null ? Optional.of(refuse(RECIPIENT_UNKNOWN)) : Optional.empty();
    }

    /// Refuses whom nobody registered, or as another kind than registered.
    public Optional<Refused> checkKind(RecipientKind kind) {
        if (registered == null) {
            return Optional.of(refuse(RECIPIENT_UNKNOWN, "recipient", recipient));
        }
        return registered.kind() == kind
                ? Optional.empty()
                : Optional.of(refuse(RECIPIENT_KIND_DIFFERS, "kind", registered.kind()));
    }

    /// The same for a new honour; refuses also whose identity was erased: nobody could say any more
    /// who is meant.
    public Optional<Refused> checkHonoured(RecipientKind kind) {
        return Checks.first(() -> checkKind(kind), () -> checkReadable(own()));
    }

    /// Refuses unless the subject's key is there.
    public Optional<Refused> checkReadable(SubjectId subject) {
        return erased.contains(subject) ? Optional.of(refuse(RECIPIENT_ERASED)) : Optional.empty();
    }

    /// Refuses what is sealed under another subject's key: it would outlive the erasure of this
    /// one, or go with the other's.
    public static Optional<Refused> checkSealedFor(UUID subject, @Nullable Sealed... fields) {
        for (var field : fields) {
            if (field != null && !field.subject().equals(subject)) {
                return Optional.of(refuse(SEALED_FOR_ANOTHER, "field", field.field()));
            }
        }
        return Optional.empty();
    }
}
