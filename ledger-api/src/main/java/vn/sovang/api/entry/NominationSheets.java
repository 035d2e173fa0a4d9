package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.ObjectionOutcome;
import vn.sovang.vocabulary.OpinionStance;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RejectionGround;

/// The forms of a nomination that is there (*đề nghị khen thưởng*).
final class NominationSheets {
    /// Luật Thi đua, khen thưởng 2022, which applies unless somebody says otherwise.
    private static final String LAW = "06/2022/QH15";

    private final Caller caller;

    NominationSheets(Caller caller) {
        this.caller = caller;
    }

    Sheet of(Step step, NominationRow row) {
        var about = caller.about(row);
        var fixed = Caller.object();
        if (step != Step.VOTE && step != Step.PUBLISH) {
            fixed.put("nomination", row.id().value().toString());
        }
        if (step == Step.APPRAISE) {
            fixed.put("recipient", row.line().recipient().value().toString()).putObject("figures");
        }
        return new Sheet(
                step.form(),
                step.command(),
                step.address(row.id().value()),
                about,
                parts(step, row),
                fixed,
                finish(step, row),
                done -> about.page());
    }

    private static Finish finish(Step step, NominationRow row) {
        return switch (step) {
            case VOTE -> (body, complaints) -> vote(body, row);
            case PUBLISH -> (body, complaints) -> published(body, row);
            default -> Finish.NOTHING;
        };
    }

    /// The nomination itself, and those that are published with it.
    private static void published(ObjectNode body, NominationRow row) {
        var all = Caller.object().putArray("all");
        all.add(row.id().value().toString());
        body.path("nominations").forEach(all::add);
        body.set("nominations", all);
    }

    /// The minutes of a session may hold many votes; here it is the one about this nomination.
    private static void vote(ObjectNode body, NominationRow row) {
        var ballot = body.withObjectProperty("typed");
        body.remove("typed");
        body.putArray("votes")
                .addObject()
                .put("nomination", row.id().value().toString())
                .set("ballot", ballot);
    }

    private List<Part> parts(Step step, NominationRow row) {
        return switch (step) {
            case RECEIVE -> List.of(receipt(), caller.paper());
            case APPRAISE -> List.of(appraisal(), figures(), caller.paper());
            case VOTE -> List.of(ballot(), caller.signedPaper());
            case WITHDRAW ->
                    List.of(
                            act(Field.of("ly-do-rut", Kind.WORDS, "/reason").needed()),
                            caller.paper());
            case RETURN_DOSSIER ->
                    List.of(
                            act(
                                    caller.unit("don-vi", "/returnedBy"),
                                    papers("giay-to-thieu", "/missing")),
                            caller.paper());
            case COMPLETE_DOSSIER ->
                    List.of(act(papers("giay-to-bo-sung", "/added")), caller.paper());
            case REJECT ->
                    List.of(
                            act(
                                    caller.unit("don-vi", "/by"),
                                    Field.one(
                                                    "ly-do-khong-dat",
                                                    caller.words(RejectionGround.class),
                                                    "/ground")
                                            .needed(),
                                    Field.of("ghi-chu", Kind.WORDS, "/note")),
                            caller.paper());
            case ASK_OPINION, OPINION, PUBLISH, OBJECTION, RESOLVE ->
                    List.of(heard(step, row), caller.paper());
            default -> throw new IllegalArgumentException("no step of a nomination: " + step);
        };
    }

    private Part act(Field... fields) {
        var all = new ArrayList<Field>();
        all.add(caller.day());
        all.addAll(List.of(fields));
        return new Part("act", all);
    }

    private Part receipt() {
        var procedures = caller.words(Procedure.class, p -> p != Procedure.HO_SO_CU);
        return act(
                caller.unit("noi-nhan", "/receivedBy"),
                Field.one("thu-tuc", procedures, "/procedure")
                        .needed()
                        .preset(Procedure.THUONG.name()),
                Field.of("che-do", Kind.TEXT, "/regime").needed().preset(LAW),
                Field.of("ly-do-che-do", Kind.TEXT, "/regimeReason"));
    }

    private Part appraisal() {
        return act(
                caller.unit("don-vi", "/appraisedBy"),
                Field.one("ket-qua", caller.words(AppraisalResult.class), "/result").needed(),
                Field.of("y-kien", Kind.WORDS, "/opinion"));
    }

    private static Part figures() {
        return new Part(
                "figures",
                List.of(
                        Field.of("sang-kien", Kind.NUMBER, "/figures/initiatives"),
                        Field.of("so-nam-xuat-sac", Kind.NUMBER, "/figures/excellentYears"),
                        Field.of("ty-le-hoan-thanh", Kind.NUMBER, "/figures/completedPercent")));
    }

    private Part ballot() {
        return act(
                caller.unit("hoi-dong", "/council"),
                Field.of("thanh-vien", Kind.NUMBER, "/typed/total").needed(),
                Field.of("co-mat", Kind.NUMBER, "/typed/present").needed(),
                Field.of("dong-y", Kind.NUMBER, "/typed/inFavour").needed());
    }

    private Field papers(String name, String pointer) {
        return Field.many(name, caller.words(DossierPaper.class), pointer).needed();
    }

    /// What others say of a nomination (*hiệp y, công khai, phản ánh*).
    private Part heard(Step step, NominationRow row) {
        return switch (step) {
            case ASK_OPINION ->
                    act(
                            Field.of("noi-hoi", Kind.TEXT, "/body").needed(),
                            Field.of("han-tra-loi", Kind.DAY, "/replyDue"));
            case OPINION ->
                    act(
                            Field.of("noi-hoi", Kind.TEXT, "/body").needed(),
                            Field.one("tra-loi", caller.words(OpinionStance.class), "/stance")
                                    .needed(),
                            Field.of("noi-dung", Kind.WORDS, "/text"));
            case PUBLISH ->
                    act(
                            Field.of("phuong-tien", Kind.TEXT, "/medium").needed(),
                            Field.of("cong-khai-den", Kind.DAY, "/until"),
                            Field.many("cung-danh-sach", listed(row), "/nominations"));
            case OBJECTION -> act(Field.of("noi-dung", Kind.WORDS, "/content"));
            default ->
                    act(
                            Field.of("phan-anh-so", Kind.NUMBER, "/objection").needed(),
                            Field.one(
                                            "ket-qua-phan-anh",
                                            caller.words(ObjectionOutcome.class),
                                            "/outcome")
                                    .needed());
        };
    }

    /// The other nominations of the same list that are looked at now.
    private List<Option> listed(NominationRow row) {
        return caller
                .register()
                .lists()
                .nominations(
                        NominationFilter.in(NominationStatus.IN_APPRAISAL), null, Register.MAX_PAGE)
                .rows()
                .stream()
                .filter(other -> row.list() != null && row.list().equals(other.list()))
                .filter(other -> !other.id().equals(row.id()))
                .map(other -> new Option(other.id().value().toString(), caller.about(other).text()))
                .toList();
    }
}
