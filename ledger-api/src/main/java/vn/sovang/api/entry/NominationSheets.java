package vn.sovang.api.entry;

import java.util.List;
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
        var fixed = Caller.object().put("nomination", row.id().value().toString());
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
                Finish.NOTHING,
                done -> about.page());
    }

    private List<Part> parts(Step step) {
        return switch (step) {
            case RECEIVE ->
                    List.of(
                            new Part(
                                    "act",
                                    List.of(
                                            caller.day(),
                                            caller.unit("noi-nhan", "/receivedBy"),
                                            Field.one(
                                                            "thu-tuc",
                                                            caller.words(
                                                                    Procedure.class,
                                                                    p -> p != Procedure.HO_SO_CU),
                                                            "/procedure")
                                                    .needed()
                                                    .preset(Procedure.THUONG.name()),
                                            Field.of("che-do", Kind.TEXT, "/regime")
                                                    .needed()
                                                    .preset(LAW),
                                            Field.of("ly-do-che-do", Kind.TEXT, "/regimeReason"))),
                            caller.paper());
            case APPRAISE ->
                    List.of(
                            new Part(
                                    "act",
                                    List.of(
                                            caller.day(),
                                            caller.unit("don-vi", "/appraisedBy"),
                                            Field.one(
                                                            "ket-qua",
                                                            caller.words(AppraisalResult.class),
                                                            "/result")
                                                    .needed(),
                                            Field.of("y-kien", Kind.WORDS, "/opinion"))),
                            new Part(
                                    "figures",
                                    List.of(
                                            Field.of(
                                                    "sang-kien",
                                                    Kind.NUMBER,
                                                    "/figures/initiatives"),
                                            Field.of(
                                                    "so-nam-xuat-sac",
                                                    Kind.NUMBER,
                                                    "/figures/excellentYears"),
                                            Field.of(
                                                    "ty-le-hoan-thanh",
                                                    Kind.NUMBER,
                                                    "/figures/completedPercent"))),
                            caller.paper());
            case WITHDRAW ->
                    List.of(
                            new Part(
                                    "act",
                                    List.of(
                                            caller.day(),
                                            Field.of("ly-do-rut", Kind.WORDS, "/reason").needed())),
                            caller.paper());
            default -> throw new IllegalArgumentException("no step of a nomination: " + step);
        };
    }
}
