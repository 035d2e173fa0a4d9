package vn.sovang.api.entry;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.DecisionRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// The forms by which a decision is put right (*đính chính, sửa sai khi nhập*): of the paper as a
/// whole, of a person on it, of a line, and of a line that never stood on it.
final class CorrectionSheets {
    private final Caller caller;

    CorrectionSheets(Caller caller) {
        this.caller = caller;
    }

    /// What the paper says beside its lines.
    Sheet of(Step step, DecisionRow row) {
        var page = "/" + Step.DECISIONS + "/" + row.id().value();
        var about = new About(caller.texts().text("decision.title", row.number()), page);
        var fields =
                caller.words(
                        CorrectedField.class,
                        f -> f == CorrectedField.TRICH_YEU || f == CorrectedField.NGUOI_KY);
        var change =
                part(
                        cause(),
                        Field.one("dieu-sua", fields, "/change/field").needed(),
                        Field.of("da-ghi", Kind.WORDS, "/change/before"),
                        Field.of("sua-thanh", Kind.WORDS, "/change/after").needed());
        return sheet(step, step.address(row.id().value()), about, change, fixed(row));
    }

    /// A person on the paper, or the line.
    Sheet of(Step step, AwardRow award, DecisionRow row) {
        var fixed = fixed(row).put("award", award.id().value().toString());
        var part =
                switch (step) {
                    case CORRECT_NAME -> person();
                    case CORRECT_LINE -> line(award);
                    default -> {
                        fixed.put("cause", CorrectionCause.SAI_NHAP_LIEU.name());
                        fixed.putObject("change").put("field", CorrectedField.DONG_KHONG_CO.name());
                        yield part();
                    }
                };
        if (step == Step.CORRECT_LINE) {
            fixed.putObject("change")
                    .put("field", CorrectedField.DONG.name())
                    .putObject("line")
                    .put("recipient", award.line().recipient().value().toString());
        }
        var address = step.address(award.id().value());
        return sheet(step, address, caller.about(award), part, fixed);
    }

    private Sheet sheet(Step step, String address, About about, Part change, ObjectNode fixed) {
        return new Sheet(
                step.form(),
                step.command(),
                address,
                about,
                List.of(change, caller.signedPaper()),
                fixed,
                Finish.NOTHING,
                done -> about.page());
    }

    private static ObjectNode fixed(DecisionRow row) {
        var key =
                DecisionKey.of(
                        row.authority(),
                        row.signedOn().getYear(),
                        new DocumentNumber(row.number()));
        var fixed = Caller.object().put("decision", row.id().value().toString());
        fixed.putObject("key")
                .put("authority", key.authority().value().toString())
                .put("year", key.year())
                .put("number", key.number());
        return fixed;
    }

    private Part part(Field... fields) {
        var all = new java.util.ArrayList<Field>();
        all.add(caller.day());
        all.addAll(List.of(fields));
        return new Part("act", all);
    }

    private Field cause() {
        return Field.one("vi-sao-sua", caller.words(CorrectionCause.class), "/cause").needed();
    }

    private Part person() {
        var fields =
                caller.words(
                        CorrectedField.class,
                        f ->
                                f == CorrectedField.TEN
                                        || f == CorrectedField.NGAY_SINH
                                        || f == CorrectedField.NOI_CU_TRU
                                        || f == CorrectedField.CHUC_VU);
        return part(
                cause(),
                Field.one("dieu-sua", fields, "/change/field").needed(),
                Field.of("da-ghi-kin", Kind.TEXT, "/change/sealedBefore"),
                Field.of("sua-thanh-kin", Kind.TEXT, "/change/sealedAfter").needed());
    }

    private Part line(AwardRow award) {
        var line = award.line();
        var unit = line.recipientUnit();
        return part(
                cause(),
                Field.of("danh-hieu", Kind.AWARD, "/change/line/award")
                        .needed()
                        .preset(award.awardName()),
                Field.one("hang", caller.words(Rank.class), "/change/line/rank")
                        .needed()
                        .preset(line.rank().name()),
                Field.one(
                                "loai-doi-tuong",
                                caller.words(RecipientKind.class),
                                "/change/line/recipientKind")
                        .needed()
                        .preset(line.recipientKind().name()),
                Field.one(
                                "loai-hinh",
                                caller.words(CommendationType.class),
                                "/change/line/commendationType")
                        .needed()
                        .preset(line.commendationType().name()),
                Field.of("don-vi-cong-tac", Kind.UNIT, "/change/line/recipientUnit")
                        .preset(
                                unit == null
                                        ? null
                                        : caller.register()
                                                .unit(unit)
                                                .map(UnitRow::authorityName)
                                                .orElse(null)));
    }
}
