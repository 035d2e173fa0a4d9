package vn.sovang.testing;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// One Heroic Mother with her title of 2023-09-01, her diploma and her badge.
public final class Mother {
    public static final AwardCode CODE = new AwardCode("DH_BMVNAH");

    public final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    public final AwardId award = new AwardId(UUID.randomUUID());
    public final ArtifactId badge = new ArtifactId(UUID.randomUUID());
    public final ArtifactId diploma = new ArtifactId(UUID.randomUUID());
    public final CaseId reissueCase = new CaseId(UUID.randomUUID());

    public final AwardDecided decided =
            new AwardDecided(
                    award,
                    new DecisionId(UUID.randomUUID()),
                    DecisionKey.of(PRESIDENT, 2023, new DocumentNumber("1/QĐ-CTN")),
                    1,
                    ConferralMode.TANG,
                    null,
                    null,
                    line(CODE.value(), person));

    private final List<Fact> facts = new ArrayList<>();

    public Mother() {
        facts.addAll(PhanRang.reference());
        then("2023-09-01", person);
        then("2023-09-01", decided);
    }

    /// A further fact of her story.
    public Mother then(String day, LedgerEvent event) {
        facts.add(fact("an", day, event));
        return this;
    }

    public Mother withItems() {
        then("2023-10-01", new ArtifactIssued(badge, award, ArtifactKind.HUY_HIEU, null));
        return then("2023-10-01", new ArtifactIssued(diploma, award, ArtifactKind.BANG, null));
    }

    public Mother badgeLost(String day) {
        return then(day, new ArtifactReportedLost(badge, award, null));
    }

    public Mother badgeHandedIn(String day) {
        return then(day, new ArtifactHandedIn(badge, award, CITY, "BN-01"));
    }

    public Mother annulled(String day) {
        return then(day, new AwardAnnulled(award, AnnulmentGround.GIAN_DOI_KE_KHAI, PRESIDENT));
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /// A case about the badge.
    public ReissueEvent.Subject about(ReissueKind kind) {
        return about(kind, ArtifactKind.HUY_HIEU, badge);
    }

    public ReissueEvent.Subject about(
            ReissueKind kind, ArtifactKind item, @Nullable ArtifactId old) {
        return new ReissueEvent.Subject(
                kind,
                null,
                award,
                CODE,
                CommendationType.CONG_TRANG,
                person.recipient(),
                RecipientKind.INDIVIDUAL,
                item,
                old,
                null);
    }
}
