package vn.sovang.recipient;

import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.recipient;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.Fact;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.recipient.JoinCommand.JoinRecipients;
import vn.sovang.recipient.JoinCommand.SeparateRecipients;
import vn.sovang.recipient.RecipientChange.CorrectRecipient;
import vn.sovang.recipient.RecipientChange.RecordContact;
import vn.sovang.rule.RecipientStandings;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;

class RecipientsTest {
    private final RecipientRegistered one = recipient(RecipientKind.INDIVIDUAL);
    private final RecipientRegistered two = recipient(RecipientKind.INDIVIDUAL);
    private final RecipientRegistered house = recipient(RecipientKind.HOUSEHOLD);

    private DeciderSpec<RecipientChange, RecipientStandings> changes() {
        return DeciderSpec.of(new RecipientChanges()).given(registered(one), registered(two));
    }

    private DeciderSpec<JoinCommand, RecipientStandings> joins() {
        return DeciderSpec.of(new Joins())
                .given(registered(one), registered(two), registered(house));
    }

    private static Fact registered(RecipientRegistered recipient) {
        return fact("an", "2024-01-01", recipient);
    }

    private static Origin at(String day) {
        return origin("an", day, paper("1/QĐ", day));
    }

    private static Sealed seal(UUID subject, String field) {
        return new Sealed(UUID.randomUUID(), subject, field, "AAAA", "AAAA");
    }

    private static RecipientCorrected name(RecipientRegistered recipient, UUID subject) {
        return new RecipientCorrected(recipient.recipient(), seal(subject, "name"), null, null);
    }

    private static IdentityErased erased(RecipientRegistered recipient) {
        return new IdentityErased(
                recipient.recipient(),
                new SubjectId(recipient.recipient().value()),
                ErasureGround.RETENTION_ENDED,
                "Điều 14",
                RetentionClass.NONE,
                null,
                "binh");
    }

    @Test
    void identity_is_put_right_by_a_paper() {
        var right = name(one, one.recipient().value());
        changes().when(new CorrectRecipient(at("2024-02-01"), right)).then(right);
        changes()
                .when(new CorrectRecipient(origin("an", "2024-02-01"), right))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
    }

    @Test
    void nothing_is_put_right_of_the_unknown_the_erased_or_with_nothing() {
        var stranger = recipient(RecipientKind.INDIVIDUAL);
        changes()
                .when(
                        new CorrectRecipient(
                                at("2024-02-01"), name(stranger, stranger.recipient().value())))
                .thenRefused(RefusalCode.RECIPIENT_UNKNOWN);
        changes()
                .given(fact("an", "2024-02-01", erased(one)))
                .when(new CorrectRecipient(at("2024-03-01"), name(one, one.recipient().value())))
                .thenRefused(RefusalCode.RECIPIENT_ERASED);
        changes()
                .when(
                        new CorrectRecipient(
                                at("2024-02-01"),
                                new RecipientCorrected(one.recipient(), null, null, null)))
                .thenRefused(RefusalCode.NOTHING_TO_CORRECT);
    }

    @Test
    void what_is_sealed_for_another_would_outlive_the_erasure() {
        changes()
                .when(new CorrectRecipient(at("2024-02-01"), name(one, two.recipient().value())))
                .thenRefused(RefusalCode.SEALED_FOR_ANOTHER);
        var stranger = new RecipientId(UUID.randomUUID());
        DeciderSpec.of(new RecipientRegistration())
                .when(
                        new RegisterRecipient(
                                at("2024-02-01"),
                                new RecipientRegistered(
                                        stranger,
                                        RecipientKind.INDIVIDUAL,
                                        seal(one.recipient().value(), "name"),
                                        null,
                                        null)))
                .thenRefused(RefusalCode.SEALED_FOR_ANOTHER);
    }

    private ContactRecorded contact(SubjectId subject, UUID sealedFor, String keptUntil) {
        return new ContactRecorded(
                one.recipient(),
                subject,
                ContactRole.CHILD,
                seal(sealedFor, "name"),
                seal(sealedFor, "address"),
                seal(sealedFor, "phone"),
                seal(sealedFor, "identityNumber"),
                LocalDate.parse(keptUntil));
    }

    @Test
    void a_relative_has_a_key_and_a_time_of_keeping_of_their_own() {
        var subject = new SubjectId(UUID.randomUUID());
        var contact = contact(subject, subject.value(), "2029-01-01");
        changes().when(new RecordContact(at("2024-02-01"), contact)).then(contact);
        changes()
                .given(fact("an", "2024-02-01", contact))
                .when(new RecordContact(at("2024-02-01"), contact))
                .thenRefused(RefusalCode.CONTACT_ALREADY_RECORDED);
        changes()
                .when(
                        new RecordContact(
                                at("2024-02-01"),
                                contact(subject, one.recipient().value(), "2029-01-01")))
                .thenRefused(RefusalCode.SEALED_FOR_ANOTHER);
        changes()
                .when(
                        new RecordContact(
                                at("2024-02-01"),
                                contact(
                                        new SubjectId(one.recipient().value()),
                                        one.recipient().value(),
                                        "2029-01-01")))
                .thenRefused(RefusalCode.SEALED_FOR_ANOTHER);
        changes()
                .when(
                        new RecordContact(
                                at("2024-02-01"), contact(subject, subject.value(), "2024-01-31")))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    private JoinRecipients join(RecipientRegistered a, RecipientRegistered b) {
        return new JoinRecipients(
                at("2024-05-01"), a.recipient(), b.recipient(), JoinEvidence.DECLARATION);
    }

    private RecipientsJoined joined() {
        return new RecipientsJoined(one.recipient(), two.recipient(), JoinEvidence.DECLARATION);
    }

    @Test
    void two_of_one_kind_are_joined_once_in_either_order() {
        joins().when(join(one, two)).then(joined());
        var known = fact("an", "2024-05-01", joined());
        joins().given(known)
                .when(join(two, one))
                .thenRefused(RefusalCode.RECIPIENTS_ALREADY_JOINED);
        joins().when(join(one, one)).thenRefused(RefusalCode.RECIPIENTS_ALREADY_JOINED);
        joins().when(join(one, house)).thenRefused(RefusalCode.RECIPIENT_KIND_DIFFERS);
        joins().when(join(one, recipient(RecipientKind.INDIVIDUAL)))
                .thenRefused(RefusalCode.RECIPIENT_UNKNOWN);
    }

    @Test
    void a_join_is_undone_and_may_be_done_again() {
        var separate = new SeparateRecipients(at("2024-06-01"), two.recipient(), one.recipient());
        var separated = new RecipientsSeparated(two.recipient(), one.recipient());
        joins().when(separate).thenRefused(RefusalCode.RECIPIENTS_NOT_JOINED);
        var known = fact("an", "2024-05-01", joined());
        joins().given(known).when(separate).then(separated);
        joins().given(known, fact("an", "2024-06-01", separated))
                .when(join(one, two))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        joins().given(known, fact("an", "2024-05-01", separated))
                .when(join(one, two))
                .then(joined());
    }
}
