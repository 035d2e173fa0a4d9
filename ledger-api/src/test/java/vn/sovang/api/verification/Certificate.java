package vn.sovang.api.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.SerialNumber;

/// A certificate of the city on the recording site, of somebody who is nobody.
record Certificate(String name, RecipientId recipient, AwardId award, ArtifactId item) {
    static final String NUMBER = "471/QĐ-UBND";
    static final String SERIAL = "GK-4471";
    static final String BOOK = "88/2012";

    private static final AwardCode AWARD = new AwardCode("GK_HUYEN");

    /// Decided and issued.
    static Certificate issued(String name) {
        var certificate = decided(name);
        record(
                "2012-03-10",
                "5/PX",
                origin ->
                        new IssueArtifact(
                                origin,
                                certificate.award,
                                AWARD,
                                certificate.item,
                                ArtifactKind.GIAY_KHEN,
                                new SerialNumber(SERIAL),
                                new GoldenBookNumber(BOOK)));
        return certificate;
    }

    /// Decided, and nothing issued yet.
    static Certificate decided(String name) {
        var made =
                new Certificate(
                        name,
                        new RecipientId(UUID.randomUUID()),
                        new AwardId(UUID.randomUUID()),
                        new ArtifactId(UUID.randomUUID()));
        var batch = RecordingSite.installation().ledger().identities().newBatch();
        var registered =
                new RecipientRegistered(
                        made.recipient,
                        RecipientKind.INDIVIDUAL,
                        batch.seal(made.recipient.value(), "name", name),
                        null,
                        null);
        batch.commit();
        record("2012-01-05", "1/SYLL", origin -> new RegisterRecipient(origin, registered));
        var line =
                new AwardLine(
                        AWARD,
                        Rank.NONE,
                        made.recipient,
                        RecipientKind.INDIVIDUAL,
                        CommendationType.CONG_TRANG,
                        null);
        // A number of its own, or it would be a further sheet of the decision before.
        var number = NUMBER + "-" + made.award.value().toString().substring(0, 8);
        record(
                "2012-03-01",
                number,
                origin ->
                        new RecordDecision(
                                origin,
                                new DecisionId(UUID.randomUUID()),
                                CITY,
                                List.of(
                                        new RecordDecision.Line(
                                                made.award,
                                                ConferralMode.TANG,
                                                null,
                                                null,
                                                line))));
        return made;
    }

    void lost(String day) {
        record(day, "9/ĐBM", origin -> new ReportArtifactLost(origin, award, AWARD, item, null));
    }

    /// Records something, and waits until it can be read.
    static void record(String day, String number, Function<Origin, Command> act) {
        var origin = PhanRang.origin("an", day, PhanRang.paper(number, day));
        var installation = RecordingSite.installation();
        assertThat(installation.ledger().submit(act.apply(origin)))
                .as(number)
                .isInstanceOf(Receipt.class);
        installation.awaitPosition(installation.ledger().feed().head());
    }

    /// The code printed on the item.
    String code() {
        return RecordingSite.json(
                        RecordingSite.get(
                                "/api/v1/artifacts/" + item.value() + "/verification-code"))
                .get("code")
                .asString();
    }

    /// Whatever no stranger may read.
    String[] secrets() {
        return new String[] {
            name, recipient.value().toString(), award.value().toString(), item.value().toString()
        };
    }
}
