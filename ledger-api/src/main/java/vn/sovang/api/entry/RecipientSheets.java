package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.projection.register.RecipientRow;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RestrictionGround;

/// The forms of a recipient: identity, contacts, whether two are one, and what the data-protection
/// officer decides (*đối tượng khen thưởng, dữ liệu cá nhân*). Names are typed and sealed, never
/// shown.
final class RecipientSheets {
    static final String NEW = "/doi-tuong/moi";

    private final Caller caller;

    RecipientSheets(Caller caller) {
        this.caller = caller;
    }

    /// Whoever is not in the ledger yet.
    Sheet fresh() {
        var who =
                new Part(
                        "recipient",
                        List.of(
                                caller.day(),
                                Field.one(
                                                "loai-doi-tuong",
                                                caller.words(
                                                        RecipientKind.class,
                                                        k -> k != RecipientKind.KHONG_RO),
                                                "/recipient/kind")
                                        .needed()
                                        .preset(RecipientKind.INDIVIDUAL.name()),
                                Field.of("ho-ten-moi", Kind.TEXT, "/recipient/name").needed(),
                                Field.of("nam-sinh", Kind.TEXT, "/recipient/birth"),
                                Field.of("noi-cu-tru", Kind.TEXT, "/recipient/residence")));
        return new Sheet(
                "register-recipient",
                "register-recipient",
                NEW,
                null,
                List.of(who, caller.paper()),
                Caller.object(),
                Finish.NOTHING,
                done -> "/" + Step.RECIPIENTS + "/" + done.ids().get("/recipient/recipient"));
    }

    Sheet of(Step step, RecipientRow row) {
        var page = "/" + Step.RECIPIENTS + "/" + row.id().value();
        var about = new About(caller.shortly(row.id()), page);
        return new Sheet(
                step.form(),
                step.command(),
                step.address(row.id().value()),
                about,
                List.of(part(step, row), paper(step)),
                fixed(step, row),
                step == Step.JOIN ? this::other : Finish.NOTHING,
                done -> page);
    }

    private static ObjectNode fixed(Step step, RecipientRow row) {
        var id = row.id().value().toString();
        var body = Caller.object();
        switch (step) {
            case CORRECT_RECIPIENT -> body.putObject("corrected").put("recipient", id);
            case CONTACT -> body.putObject("contact").put("recipient", id);
            default -> body.put("recipient", id);
        }
        return body;
    }

    /// What the officer decides is a decision, and a paper shows what is right.
    private Part paper(Step step) {
        return switch (step) {
            case CORRECT_RECIPIENT, RESTRICT, LIFT, ERASE, REFUSE_ERASURE -> caller.signedPaper();
            default -> caller.paper();
        };
    }

    private Part part(Step step, RecipientRow row) {
        return switch (step) {
            case CORRECT_RECIPIENT ->
                    act(
                            Field.of("ho-ten-dung", Kind.TEXT, "/corrected/name"),
                            Field.of("nam-sinh-dung", Kind.TEXT, "/corrected/birth"),
                            Field.of("noi-cu-tru-dung", Kind.TEXT, "/corrected/residence"));
            case CONTACT ->
                    act(
                            Field.one(
                                            "quan-he-lien-he",
                                            caller.words(ContactRole.class),
                                            "/contact/role")
                                    .needed(),
                            Field.of("ho-ten-lien-he", Kind.TEXT, "/contact/name").needed(),
                            Field.of("dia-chi-lien-he", Kind.TEXT, "/contact/address"),
                            Field.of("dien-thoai", Kind.TEXT, "/contact/phone"),
                            Field.of("so-giay-to", Kind.TEXT, "/contact/identityNumber"),
                            Field.of("giu-den", Kind.DAY, "/contact/keptUntil").needed());
            case JOIN ->
                    act(
                            Field.of("doi-tuong-kia", Kind.RECIPIENT, "/other", "/typed/name")
                                    .needed(),
                            Field.one("can-cu-gop", caller.words(JoinEvidence.class), "/evidence")
                                    .needed());
            case SEPARATE -> act(Field.one("tach-khoi", others(row), "/other").needed());
            case RESTRICT ->
                    act(
                            Field.one(
                                            "can-cu-han-che",
                                            caller.words(RestrictionGround.class),
                                            "/ground")
                                    .needed());
            case ERASE ->
                    act(
                            subject(row),
                            ground(),
                            Field.of("nguoi-duyet", Kind.TEXT, "/approvedBy").needed());
            case REFUSE_ERASURE -> act(subject(row), ground());
            default -> act();
        };
    }

    private Part act(Field... fields) {
        var all = new ArrayList<Field>();
        all.add(caller.day());
        all.addAll(List.of(fields));
        return new Part("act", all);
    }

    private Field ground() {
        return Field.one("can-cu-xoa", caller.words(ErasureGround.class), "/ground").needed();
    }

    /// The recipient's own identity, or that of somebody the office is in touch with.
    private Field subject(RecipientRow row) {
        var own = row.id().value().toString();
        var all = new ArrayList<Option>();
        all.add(new Option(own, caller.texts().text("entry.subject.own")));
        caller.register().contactsOf(row.id()).stream()
                .filter(contact -> contact.erasedOn() == null)
                .map(contact ->
                        new Option(
                                contact.subject().value().toString(),
                                caller.texts()
                                        .text(
                                                "entry.subject.contact",
                                                caller.texts().of(contact.role()),
                                                Days.shown(contact.keptUntil()))))
                .forEach(all::add);
        return Field.one("du-lieu-cua", all, "/subject").needed().preset(own);
    }

    private List<Option> others(RecipientRow row) {
        return caller.register().sameAs(row.id()).stream()
                .filter(id -> !id.equals(row.id()))
                .map(id -> new Option(id.value().toString(), caller.shortly(id)))
                .toList();
    }

    /// Only recipients of the ledger can be one.
    private void other(ObjectNode body, Complaints complaints) {
        if (body.path("other").asString("").equals(Reading.NEW)) {
            complaints.add("doi-tuong-kia", caller.texts().text("entry.recipient.needed"));
        }
        body.remove("typed");
    }
}
