package vn.sovang.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.founding.ReferenceData;
import vn.sovang.founding.ReferenceFacts;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;

/// People, papers and places of the tests: the city of the first report and anonymous recipients.
public final class PhanRang {
    public static final UnitId CITY = unit("UBND thành phố Phan Rang - Tháp Chàm");
    public static final UnitId PROVINCE = unit("UBND tỉnh Ninh Thuận");
    public static final UnitId PRESIDENT = unit("Chủ tịch nước");
    public static final UnitId MINISTRY = unit("Bộ Nội vụ");
    public static final UnitId PHUOC_MY = unit("UBND phường Phước Mỹ");

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private PhanRang() {}

    public static UnitId unit(String authorityName) {
        return ReferenceData.units().stream()
                .filter(u -> u.authorityName().equals(authorityName))
                .findFirst()
                .orElseThrow()
                .unit();
    }

    /// The catalogue and the units, as a new log has them.
    public static List<Fact> reference() {
        return ReferenceFacts.of(origin("hệ thống", "2026-11-22"));
    }

    /// A request of its own by `user` about an act of that day, without a paper.
    public static Origin origin(String user, String day) {
        return origin(user, day, new Document.None("phép thử"));
    }

    public static Origin origin(String user, String day, Document document) {
        return new Origin(
                Request.of(UUID.randomUUID(), "test"),
                new Actor(user, "CLERK", null),
                null,
                NOW,
                document,
                LocalDate.parse(day),
                null);
    }

    /// The identity of a recipient is gone.
    public static IdentityErased erased(RecipientRegistered whom) {
        return new IdentityErased(
                whom.recipient(),
                new SubjectId(whom.recipient().value()),
                ErasureGround.RETENTION_ENDED,
                "Điều 14",
                RetentionClass.NONE,
                null,
                "binh");
    }

    /// A signed paper of that day.
    public static Document.Paper paper(String number, String day) {
        return new Document.Paper(
                new DocumentNumber(number), LocalDate.parse(day), "UBND thành phố", null, null);
    }

    public static Fact fact(String user, String day, LedgerEvent event) {
        return origin(user, day).fact(event);
    }

    public static Fact fact(String user, String day, Document document, LedgerEvent event) {
        return origin(user, day, document).fact(event);
    }

    public static RecipientRegistered recipient(RecipientKind kind) {
        var id = new RecipientId(UUID.randomUUID());
        return new RecipientRegistered(id, kind, sealed(id, "name"), null, null);
    }

    private static Sealed sealed(RecipientId subject, String field) {
        return new Sealed(UUID.randomUUID(), subject.value(), field, "AAAA", "AAAA");
    }

    public static AwardLine line(String award, RecipientRegistered recipient) {
        return line(award, recipient, null);
    }

    public static AwardLine line(
            String award, RecipientRegistered recipient, @Nullable UnitId unit) {
        return new AwardLine(
                new AwardCode(award),
                Rank.NONE,
                recipient.recipient(),
                recipient.kind(),
                CommendationType.CONG_TRANG,
                unit);
    }
}
