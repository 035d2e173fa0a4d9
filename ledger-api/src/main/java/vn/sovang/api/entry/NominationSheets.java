package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.Procedure;

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
        if (step != Step.VOTE) {
            fixed.put("nomination", row.id().value().toString());
        }
        if (step == Step.APPRAISE) {
            fixed.put("recipient", row.line().recipient().value().toString()).putObject("figures");
        }
        return new Sheet(
                step.command(),
                step.command(),
                step.address(row.id().value()),
                about,
                parts(step),
                fixed,
                step == Step.VOTE ? (body, complaints) -> vote(body, row) : Finish.NOTHING,
                done -> about.page());
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

    private List<Part> parts(Step step) {
        return switch (step) {
            case RECEIVE -> List.of(receipt(), caller.paper());
            case APPRAISE -> List.of(appraisal(), figures(), caller.paper());
            case VOTE -> List.of(ballot(), caller.signedPaper());
            case WITHDRAW ->
                    List.of(
                            act(Field.of("ly-do-rut", Kind.WORDS, "/reason").needed()),
                            caller.paper());
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
}
