package vn.sovang.evidence;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.recipient;
import static vn.sovang.testing.PhanRang.reference;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.EvidenceEvent.EvidenceBundleIssued;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

class EvidenceIssuingTest {
    private static final AwardId AWARD = new AwardId(UUID.randomUUID());
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final LocalDate LAST = LocalDate.parse("2024-06-30");

    private final DeciderSpec<IssueEvidence, EvidenceIssuing.State> spec =
            DeciderSpec.of(new EvidenceIssuing());
    private final RecipientRegistered person = recipient(RecipientKind.INDIVIDUAL);

    private static IssueEvidence issue(EvidenceSubject subject) {
        return new IssueEvidence(
                origin("thanh-tra", "2026-11-22"),
                new EvidenceBundleIssued(
                        new EvidenceId(UUID.randomUUID()),
                        subject,
                        EvidenceVariant.REDACTED,
                        300,
                        "00"));
    }

    private Fact decided() {
        return fact(
                "an",
                "2024-05-02",
                new AwardDecided(
                        AWARD,
                        new DecisionId(UUID.randomUUID()),
                        new DecisionKey(CITY, 2024, "12"),
                        1,
                        ConferralMode.TANG,
                        null,
                        null,
                        line("GIAY_KHEN", person)));
    }

    @Test
    void evidence_about_something_known_is_issued() {
        var award = issue(new EvidenceSubject.OfAward(AWARD));
        spec.given(decided()).when(award).then(award.issued());
        var of = issue(new EvidenceSubject.OfRecipient(person.recipient()));
        spec.given(fact("an", "2024-05-02", person)).when(of).then(of.issued());
        var period = issue(new EvidenceSubject.OfPeriod(FIRST, LAST, CITY));
        spec.given(reference()).when(period).then(period.issued());
        var all = issue(new EvidenceSubject.OfPeriod(FIRST, LAST, null));
        DeciderSpec.of(new EvidenceIssuing()).when(all).then(all.issued());
    }

    @Test
    void evidence_about_something_unknown_is_refused() {
        spec.given(decided())
                .when(issue(new EvidenceSubject.OfAward(new AwardId(UUID.randomUUID()))))
                .thenRefused(RefusalCode.AWARD_UNKNOWN);
        spec.when(issue(new EvidenceSubject.OfRecipient(person.recipient())))
                .thenRefused(RefusalCode.RECIPIENT_UNKNOWN);
        var nobody = new UnitId(UUID.randomUUID());
        spec.when(issue(new EvidenceSubject.OfPeriod(FIRST, LAST, nobody)))
                .thenRefused(RefusalCode.UNIT_UNKNOWN);
    }

    @Test
    void a_bundle_is_issued_once() {
        var issue = issue(new EvidenceSubject.OfAward(AWARD));
        spec.given(decided(), issue.origin().fact(issue.issued()))
                .when(issue)
                .thenRefused(RefusalCode.EVIDENCE_ALREADY_ISSUED);
    }
}
