package vn.sovang.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.recipient;
import static vn.sovang.testing.PhanRang.reference;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.event.PrivacyEvent.ErasureRefused;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.PrivacyEvent.ProcessingRestricted;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.LiftRestriction;
import vn.sovang.subject.SubjectCommand.RefuseErasure;
import vn.sovang.subject.SubjectCommand.RestrictProcessing;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;

class SubjectRightsTest {
    private static final String ERASURE = "Điều 14 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15";
    private static final String RESTRICTION = "Điều 4 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15";
    private static final ErasureGround ASKS = ErasureGround.SUBJECT_ASKS;

    private final RecipientRegistered person = recipient(RecipientKind.INDIVIDUAL);
    private final SubjectId own = new SubjectId(person.recipient().value());
    private final SubjectId relative = new SubjectId(UUID.randomUUID());

    private DeciderSpec<SubjectCommand, SubjectRights.State> ledger() {
        return DeciderSpec.of(new SubjectRights())
                .given(reference())
                .given(fact("an", "2005-01-01", person));
    }

    private Fact award(String code, String day) {
        return fact(
                "an",
                day,
                new AwardDecided(
                        new AwardId(UUID.randomUUID()),
                        new DecisionId(UUID.randomUUID()),
                        DecisionKey.of(CITY, 2005, new DocumentNumber("1/QĐ")),
                        1,
                        ConferralMode.TANG,
                        null,
                        null,
                        line(code, person)));
    }

    private static Origin at(String day) {
        return origin("an", day, paper("1/QĐ", day));
    }

    private EraseIdentity erase(SubjectId subject, String day) {
        return new EraseIdentity(at(day), person.recipient(), subject, ASKS, "binh");
    }

    private RefuseErasure refuse(SubjectId subject, String day) {
        return new RefuseErasure(at(day), person.recipient(), subject, ASKS);
    }

    private IdentityErased erased(RetentionClass retention, String until) {
        return new IdentityErased(
                person.recipient(), own, ASKS, ERASURE, retention, LocalDate.parse(until), "binh");
    }

    @Test
    void a_file_is_kept_for_the_award_that_stands_on_the_paper_not_for_its_wrong_entry() {
        var entered = award("GK_HUYEN", "2005-12-17");
        var decided = (AwardDecided) entered.event();
        var corrected =
                new DecisionCorrected(
                        decided.decision(),
                        decided.key(),
                        decided.award(),
                        person.recipient(),
                        CorrectionCause.SAI_NHAP_LIEU,
                        CorrectedField.DONG,
                        null,
                        null,
                        null,
                        null,
                        line("DH_BMVNAH", person),
                        null);
        ledger().given(entered, fact("an", "2006-01-05", corrected))
                .when(erase(own, "2026-06-01"))
                .thenRefused(RefusalCode.RETENTION_FORBIDS_ERASURE);
    }

    @Test
    void a_heroic_mothers_identity_is_never_erased_but_restricted_and_the_requester_is_told() {
        ledger().given(award("DH_BMVNAH", "2005-12-17"))
                .when(erase(own, "2026-06-01"))
                .thenRefused(RefusalCode.RETENTION_FORBIDS_ERASURE);
        ledger().given(award("DH_BMVNAH", "2005-12-17"))
                .when(refuse(own, "2026-06-01"))
                .then(
                        new ErasureRefused(
                                person.recipient(),
                                own,
                                ASKS,
                                ERASURE,
                                RetentionClass.PERMANENT,
                                null),
                        new ProcessingRestricted(
                                person.recipient(),
                                RestrictionGround.ERASURE_REFUSED,
                                RESTRICTION));
    }

    @Test
    void the_longest_kept_file_decides_and_its_last_day_counts() {
        var spec = ledger().given(award("GK_HUYEN", "2010-03-01"), award("BK_TINH", "2006-05-10"));
        spec.when(erase(own, "2026-05-10")).thenRefused(RefusalCode.RETENTION_FORBIDS_ERASURE);
        spec.when(erase(own, "2026-05-11")).then(erased(RetentionClass.TWENTY_YEARS, "2026-05-10"));
        spec.when(refuse(own, "2026-05-11")).thenRefused(RefusalCode.RETENTION_ALLOWS_ERASURE);
        ledger().given(award("GK_HUYEN", "2016-03-01"))
                .when(erase(own, "2026-03-02"))
                .then(erased(RetentionClass.TEN_YEARS, "2026-03-01"));
    }

    @Test
    void an_award_nobody_knows_is_kept_for_ever() {
        ledger().given(award("KHONG_RO", "2005-05-10"))
                .when(erase(own, "2026-06-01"))
                .thenRefused(RefusalCode.RETENTION_FORBIDS_ERASURE);
    }

    @Test
    void a_relatives_data_go_when_their_own_time_ends_whatever_the_mothers_file() {
        var spec =
                ledger().given(award("DH_BMVNAH", "2005-12-17"))
                        .given(fact("an", "2024-01-01", contact()));
        spec.when(erase(relative, "2026-03-31")).thenRefused(RefusalCode.RETENTION_FORBIDS_ERASURE);
        spec.when(erase(relative, "2026-04-01"))
                .then(
                        new IdentityErased(
                                person.recipient(),
                                relative,
                                ASKS,
                                ERASURE,
                                RetentionClass.UNTIL_DAY,
                                LocalDate.parse("2026-03-31"),
                                "binh"));
        assertThat(spec.when(refuse(relative, "2026-03-31")).facts())
                .as("the mother's own data are not restricted for it")
                .hasSize(1);
        spec.when(erase(new SubjectId(UUID.randomUUID()), "2026-04-01"))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN);
    }

    private ContactRecorded contact() {
        return new ContactRecorded(
                person.recipient(),
                relative,
                ContactRole.CHILD,
                new Sealed(UUID.randomUUID(), relative.value(), "name", "AAAA", "AAAA"),
                null,
                null,
                null,
                LocalDate.parse("2026-03-31"));
    }

    @Test
    void two_persons_and_a_paper_stand_for_an_erasure_and_it_happens_once() {
        ledger().when(new EraseIdentity(at("2026-06-01"), person.recipient(), own, ASKS, "an"))
                .thenRefused(RefusalCode.SECOND_PERSON_MISSING);
        ledger().when(
                        new EraseIdentity(
                                origin("an", "2026-06-01"), person.recipient(), own, ASKS, "binh"))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
        var known = fact("an", "2026-06-01", erased(RetentionClass.NONE, "2026-01-01"));
        ledger().given(known)
                .when(erase(own, "2026-06-02"))
                .thenRefused(RefusalCode.RECIPIENT_ERASED);
        ledger().when(erase(own, "2030-01-01")).thenRefused(RefusalCode.IN_THE_FUTURE);
    }

    @Test
    void where_no_text_was_in_force_there_is_no_such_act() {
        ledger().when(erase(own, "2023-06-30")).thenRefused(RefusalCode.LEGAL_BASIS_MISSING);
        assertThat(ledger().when(erase(own, "2023-07-01")).facts().getFirst().event())
                .isInstanceOfSatisfying(
                        IdentityErased.class, e -> assertThat(e.basis()).contains("13/2023/NĐ-CP"));
    }

    @Test
    void processing_is_restricted_and_freed_again() {
        var restrict =
                new RestrictProcessing(
                        at("2026-02-01"), person.recipient(), RestrictionGround.RELATIVE_ASKS);
        var restricted =
                new ProcessingRestricted(
                        person.recipient(), RestrictionGround.RELATIVE_ASKS, RESTRICTION);
        var lift = new LiftRestriction(at("2026-03-01"), person.recipient());
        ledger().when(restrict).then(restricted);
        ledger().when(lift).thenRefused(RefusalCode.PROCESSING_NOT_RESTRICTED);
        var known = fact("an", "2026-02-01", restricted);
        ledger().given(known).when(restrict).thenRefused(RefusalCode.PROCESSING_ALREADY_RESTRICTED);
        ledger().given(known).when(lift).then(new RestrictionLifted(person.recipient()));
        ledger().given(known)
                .when(new LiftRestriction(at("2026-01-15"), person.recipient()))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }
}
