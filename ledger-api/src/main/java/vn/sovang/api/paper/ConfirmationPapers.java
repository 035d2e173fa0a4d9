package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.paper.Paper.Block;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.Provenance;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The letter by which an office says what its books hold of an award (*công văn xác nhận khen
/// thưởng*), Luật Thi đua, khen thưởng 2022 Điều 93: an annulled decision confirms nothing, of a
/// stripped title it confirms that it was conferred and taken. The letter then says so and gives
/// the decision, but no ground: a ground tells of an offence.
///
/// Refused for what was rebuilt from the totals of a report (R6), for what was entered by mistake,
/// and where number or name are not there to be confirmed: a letter with gaps opens benefits.
public final class ConfirmationPapers {
    private static final int MAX_WORDS = 200;

    private final Ledger ledger;
    private final Projections projections;

    public ConfirmationPapers(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    /// What is to be confirmed.
    ///
    /// @param unit who confirms; the reader's office where it is not said, else who decided, if
    ///   that is no central body, else dots
    /// @param addressee who asked; dots where it is not said
    /// @param purpose what it is wanted for; dots where it is not said
    /// @param proven with what proves it on a separate last page (R13)
    public record Wanted(
            AwardId award,
            @Nullable UnitId unit,
            @Nullable String addressee,
            @Nullable String purpose,
            boolean proven) {}

    /// @throws Failure `AWARD_NOT_FOUND`, `CONFIRMATION_IMPOSSIBLE`, `PARAMETER_MALFORMED`,
    ///   `UNIT_OUT_OF_SCOPE`, `NO_CHECKPOINT_YET`
    public Draft of(Wanted wanted, PaperReader reader) {
        var purpose = dotted("purpose", wanted.purpose());
        var addressee = dotted("addressee", wanted.addressee());
        var book = new PaperBook(projections);
        var id = wanted.award();
        var row =
                book.register()
                        .award(id)
                        .orElseThrow(
                                () -> Failure.of(FailureCode.AWARD_NOT_FOUND, "id", id.toString()));
        requireFirm(row);
        var person = row.line().recipient();
        var names =
                OpenedNames.of(
                        ledger.identities(),
                        OpenedNames.rows(book.register(), Set.of(person)),
                        List.of(),
                        reader.unmasking(PaperTexts.text("purpose.confirmation")));
        if (!names.shows(person)) {
            throw impossible("name");
        }
        var office = issuer(wanted, reader, row, book);
        var about = new About(row, names, office);
        var content = new ArrayList<Block>();
        content.add(new Block.Addressees(List.of(addressee)));
        content.add(new Block.Paragraph(opening(about, purpose)));
        facts(about, book).forEach(text -> content.add(new Block.Paragraph(text)));
        content.add(new Block.Paragraph(standing(row, book)));
        content.add(new Block.Paragraph(archive(row, book)));
        content.add(new Block.Paragraph(PaperTexts.text("confirmation.closing")));
        var paper =
                new Paper(
                        office.body(),
                        office.letterNumber(),
                        office.placeAndOpenDate(book.today().getYear()),
                        null,
                        PaperTexts.text("confirmation.subject." + row.status()),
                        notice(row, book),
                        content,
                        office.signature(),
                        List.of(
                                PaperTexts.text("receivers.as.above"),
                                PaperTexts.text("receivers.file")),
                        null,
                        wanted.proven() ? proof(id, book) : null,
                        Paper.Look.DRAFT);
        return new Draft(paper, "xac-nhan-khen-thuong_" + book.today());
    }

    private Paper.Proof proof(AwardId award, PaperBook book) {
        return Proofs.of(
                ledger,
                book.position(),
                PaperTexts.text("proof.verify.thing", award, book.position()));
    }

    private static String dotted(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return PaperTexts.text("dots");
        }
        if (text.length() > MAX_WORDS || text.chars().anyMatch(Character::isISOControl)) {
            throw Failure.at(parameter, FailureCode.PARAMETER_MALFORMED, text);
        }
        return text.strip();
    }

    private static void requireFirm(AwardRow row) {
        var provenance = row.provenance();
        if (provenance != null
                && provenance.source() == Provenance.Source.RECONSTRUCTED_FROM_REPORT) {
            throw impossible("reconstructed");
        }
        if (row.status() == AwardStatus.STRUCK) {
            throw impossible("struck");
        }
        if (row.decisionNumber() == null) {
            throw impossible("number");
        }
    }

    private static Failure impossible(String why) {
        return Failure.of(
                FailureCode.CONFIRMATION_IMPOSSIBLE,
                "reason",
                PaperTexts.text("impossible." + why));
    }

    /// No central body is taken for the sender because nobody said who is.
    private static Office issuer(Wanted wanted, PaperReader reader, AwardRow row, PaperBook book) {
        var unit = wanted.unit();
        if (unit != null) {
            reader.scope().require(unit);
            return book.office(unit);
        }
        var own = reader.unit();
        var office = book.office(own == null ? row.authority() : own);
        return own == null && office.level() == UnitLevel.TRUNG_UONG ? Office.OPEN : office;
    }

    /// What a clerk has to know before he hands the draft on.
    private static @Nullable String notice(AwardRow row, PaperBook book) {
        var found = row.asFound();
        return found == null
                ? null
                : PaperTexts.text("confirmation.as.found", book.rule(found.rule()));
    }

    private record About(AwardRow row, OpenedNames names, Office office) {
        RecipientId person() {
            return row.line().recipient();
        }
    }

    private static String opening(About about, String purpose) {
        var status = about.row().status() == AwardStatus.IN_FORCE ? "" : ".not";
        return PaperTexts.text("confirmation.opening" + status, purpose, about.office().deciding());
    }

    private List<String> facts(About about, PaperBook book) {
        var row = about.row();
        var line = row.line();
        var facts = new ArrayList<String>();
        boolean person = line.recipientKind() == RecipientKind.INDIVIDUAL;
        facts.add(fact(person ? "name" : "body", about.names().name(about.person())));
        addKnown(facts, person ? "birth" : "none", about.names().birth(about.person()));
        addKnown(facts, "residence", about.names().residence(about.person()));
        addKnown(facts, "unit", book.unit(line.recipientUnit()));
        facts.add(fact("award." + row.mode(), book.award(line)));
        var type = book.type(line.award());
        if (type != null) {
            facts.add(fact("level", book.word(type.level())));
        }
        facts.add(
                fact(
                        "decision",
                        PaperTexts.text(
                                "confirmation.decision",
                                Objects.requireNonNull(row.decisionNumber()),
                                PaperBook.longDay(row.decidedOn()),
                                book.body(row.authority()))));
        book.register()
                .decision(row.decision())
                .ifPresent(decision -> {
                    if (decision.signer() != null) {
                        facts.add(fact("signer", decision.signer()));
                    }
                });
        addKnown(facts, "golden", goldenBook(row, book));
        return facts;
    }

    private static String goldenBook(AwardRow row, PaperBook book) {
        return book.register().artifactsOf(row.id()).stream()
                .map(item -> item.goldenBook())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String fact(String key, String text) {
        return PaperTexts.text("confirmation.fact." + key, text);
    }

    private static void addKnown(List<String> facts, String key, String text) {
        if (!text.isEmpty() && !key.equals("none")) {
            facts.add(fact(key, text));
        }
    }

    private static String standing(AwardRow row, PaperBook book) {
        var annulment = row.annulment();
        if (annulment != null) {
            return PaperTexts.text(
                    "confirmation.annulled",
                    number(annulment.documentNumber()),
                    PaperBook.longDay(annulment.on()),
                    book.body(annulment.authority()));
        }
        var stripping = row.stripping();
        if (stripping != null) {
            return PaperTexts.text(
                    "confirmation.stripped",
                    number(stripping.documentNumber()),
                    PaperBook.longDay(stripping.on()),
                    book.body(stripping.authority()));
        }
        return PaperTexts.text("confirmation.in.force", PaperBook.longDay(book.today()));
    }

    private static String number(@Nullable String number) {
        return number == null ? PaperTexts.text("dots") : number;
    }

    /// The last reply of an archive about the award; that there is none.
    private static String archive(AwardRow row, PaperBook book) {
        return book.register().casesOf(row.id()).stream()
                .map(ReissueCaseRow::confirmation)
                .filter(Objects::nonNull)
                .reduce((_, last) -> last)
                .map(reply ->
                        PaperTexts.text(
                                "confirmation.archive",
                                reply.replyNumber(),
                                PaperBook.longDay(reply.replyDate()),
                                reply.holder()))
                .orElseGet(() -> PaperTexts.text("confirmation.archive.none", book.source()));
    }
}
