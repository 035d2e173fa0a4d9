package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.UnitLevel;

/// The forms of a unit's life (*đăng ký, đổi tên, sắp xếp đơn vị*).
final class UnitSheets {
    static final String NEW = "/don-vi/moi";

    /// More successors than any rearrangement had; more is entered as two papers.
    private static final int PARTS = 4;

    private final Caller caller;

    UnitSheets(Caller caller) {
        this.caller = caller;
    }

    /// A unit that the ledger does not have yet.
    Sheet fresh() {
        var unit =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                Field.of("ten-don-vi", Kind.TEXT, "/unit/name").needed(),
                                Field.of("ten-co-quan", Kind.TEXT, "/unit/authorityName").needed(),
                                Field.one("cap", caller.words(UnitLevel.class), "/unit/level")
                                        .needed(),
                                Field.of("truc-thuoc", Kind.UNIT, "/unit/parent"),
                                Field.of("ma-so", Kind.TEXT, "/unit/statisticalCode"),
                                Field.of("co-tu-ngay", Kind.DAY, "/unit/existsFrom")));
        var fixed = Caller.object();
        fixed.putObject("unit").put("reconciled", true);
        return new Sheet(
                "register-unit",
                "register-unit",
                NEW,
                null,
                List.of(unit, caller.paper()),
                fixed,
                Finish.NOTHING,
                done -> "/" + Step.UNITS + "/" + done.ids().get("/unit/unit"));
    }

    Sheet of(Step step, UnitRow row) {
        var page = "/" + Step.UNITS + "/" + row.id().value();
        return new Sheet(
                step.form(),
                step.command(),
                step.address(row.id().value()),
                new About(row.name(), page),
                List.of(new Part("act", fields(step, row)), caller.signedPaper()),
                Caller.object().put("unit", row.id().value().toString()),
                finish(step),
                done -> page);
    }

    private List<Field> fields(Step step, UnitRow row) {
        var all = new ArrayList<Field>();
        all.add(caller.day());
        switch (step) {
            case RENAME -> {
                all.add(Field.of("ten-don-vi", Kind.TEXT, "/name").needed().preset(row.name()));
                all.add(
                        Field.of("ten-co-quan", Kind.TEXT, "/authorityName")
                                .needed()
                                .preset(row.authorityName()));
            }
            case RECODE ->
                    all.add(
                            Field.of("ma-so", Kind.TEXT, "/statisticalCode")
                                    .preset(row.statisticalCode()));
            case MOVE -> all.add(Field.of("truc-thuoc", Kind.UNIT, "/parent").needed());
            case MERGE -> all.add(Field.of("nhap-vao", Kind.UNIT, "/into").needed());
            case SPLIT -> {
                for (int i = 1; i <= PARTS; i++) {
                    var successor =
                            Field.of("ke-tiep-" + i, Kind.UNIT, "/typed/" + i + "/successor");
                    all.add(i <= 2 ? successor.needed() : successor);
                    all.add(Field.of("pham-vi-" + i, Kind.TEXT, "/typed/" + i + "/extent"));
                }
            }
            case ABOLISH -> {
                for (int i = 1; i <= PARTS; i++) {
                    all.add(Field.of("ke-tiep-" + i, Kind.UNIT, "/typed/" + i + "/successor"));
                }
            }
            case COMPETENCE -> {
                all.add(Field.of("thay-mat", Kind.UNIT, "/acting").needed());
                all.add(
                        Field.one(
                                        "pham-vi-tham-quyen",
                                        caller.words(CompetenceScope.class),
                                        "/scope")
                                .needed());
                all.add(Field.of("can-cu-tham-quyen", Kind.TEXT, "/basis").needed());
                all.add(Field.of("den-het-ngay", Kind.DAY, "/until"));
            }
            default -> throw new IllegalArgumentException("no step of a unit: " + step);
        }
        return all;
    }

    private Finish finish(Step step) {
        return switch (step) {
            case SPLIT -> this::parts;
            case ABOLISH -> (body, complaints) -> successors(body);
            default -> Finish.NOTHING;
        };
    }

    private void parts(ObjectNode body, Complaints complaints) {
        var typed = body.withObjectProperty("typed");
        body.remove("typed");
        var parts = body.putArray("parts");
        for (int i = 1; i <= PARTS; i++) {
            var part = typed.path(Integer.toString(i));
            if (part.has("successor")) {
                parts.add(part);
            } else if (part.has("extent")) {
                complaints.add("ke-tiep-" + i, caller.texts().text("entry.missing"));
            }
        }
    }

    private static void successors(ObjectNode body) {
        var typed = body.withObjectProperty("typed");
        body.remove("typed");
        var successors = body.putArray("successors");
        typed.forEach(each -> successors.add(each.path("successor").asString("")));
    }
}
