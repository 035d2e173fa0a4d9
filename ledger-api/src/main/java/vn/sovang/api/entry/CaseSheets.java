package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ReissueRefusalReason;

/// The forms of a re-issue case (*hồ sơ cấp đổi, cấp lại, cấp mới*), NĐ 98/2023/NĐ-CP Điều 114–115.
final class CaseSheets {
    private final Caller caller;

    CaseSheets(Caller caller) {
        this.caller = caller;
    }

    /// The form of one step; the case names its award.
    Sheet of(Step step, ReissueCaseRow row) {
        var page = "/" + Step.CASES + "/" + row.id().value();
        var about = new About(title(row, caller), page);
        return new Sheet(
                step.form(),
                step.command(),
                step.address(row.id().value()),
                about,
                parts(step, row),
                fixed(row),
                Finish.NOTHING,
                done -> page);
    }

    /// A case in words.
    static String title(ReissueCaseRow row, Caller caller) {
        return caller.texts()
                .text(
                        "entry.about.case",
                        caller.texts().of(row.subject().kind()),
                        caller.texts().of(row.subject().artifactKind()),
                        caller.shortly(row.subject().recipient()));
    }

    private static ObjectNode fixed(ReissueCaseRow row) {
        var award = Objects.requireNonNull(row.subject().award());
        return Caller.object()
                .put("reissueCase", row.id().value().toString())
                .put("award", award.value().toString())
                .put("awardCode", row.subject().awardCode().value());
    }

    private List<Part> parts(Step step, ReissueCaseRow row) {
        return switch (step) {
            case ASK_PAPERS ->
                    act(
                            caller.unit("don-vi", "/by").preset(office(row)),
                            Field.of("thieu", Kind.LINES, "/missing").needed());
            case COMPLETE_FILE -> act();
            case FORWARD ->
                    act(
                            caller.unit("don-vi", "/from").preset(office(row)),
                            Field.of("cap-tren", Kind.UNIT, "/to").needed());
            case RETURN_FILE ->
                    act(
                            caller.unit("don-vi", "/by").preset(office(row)),
                            Field.of("ly-do-tra", Kind.WORDS, "/reason").needed());
            case CONFIRM -> List.of(reply(grade()));
            case NOT_CONFIRM ->
                    List.of(reply(Field.of("thieu-gi", Kind.WORDS, "/missing").needed(), grade()));
            case APPROVE -> signed(caller.unit("co-quan", "/authority"));
            case REFUSE ->
                    signed(
                            caller.unit("co-quan", "/authority"),
                            Field.many(
                                            "ly-do",
                                            caller.words(ReissueRefusalReason.class),
                                            "/reasons")
                                    .needed());
            case REISSUE ->
                    act(
                            Field.one("loai-hien-vat", kinds(row), "/kind")
                                    .needed()
                                    .preset(row.subject().artifactKind().name()),
                            Field.of("so-hieu", Kind.TEXT, "/serial"),
                            Field.of("so-vang", Kind.TEXT, "/goldenBook"));
            case HAND_OVER -> {
                var all = new ArrayList<>(act(made(row), caller.unit("don-vi", "/by")));
                all.add(1, caller.claimant("/receiver"));
                yield all;
            }
            default -> throw new IllegalArgumentException("no step of a case: " + step);
        };
    }

    private List<Part> act(Field... fields) {
        return List.of(part(fields), caller.paper());
    }

    private List<Part> signed(Field... fields) {
        return List.of(part(fields), caller.signedPaper());
    }

    private Part part(Field... fields) {
        var all = new ArrayList<Field>();
        all.add(caller.day());
        all.addAll(List.of(fields));
        return new Part("act", all);
    }

    /// The archive's reply is the paper itself.
    private Part reply(Field... fields) {
        var all = new ArrayList<Field>();
        all.add(caller.day());
        all.add(Field.of("luu-tru", Kind.TEXT, "/holder", "/origin/document/authority").needed());
        all.add(
                Field.of("so-tra-loi", Kind.TEXT, "/replyNumber", "/origin/document/number")
                        .needed());
        all.add(Field.of("ngay-tra-loi", Kind.DAY, "/replyDate", "/origin/document/date").needed());
        all.addAll(List.of(fields));
        return new Part("reply", all);
    }

    private Field grade() {
        return Field.one("muc-can-cu", caller.words(EvidenceGrade.class), "/grade").needed();
    }

    private String office(ReissueCaseRow row) {
        var office = row.office();
        return caller.office().isEmpty() && office != null
                ? caller.register().unit(office).map(u -> u.authorityName()).orElse("")
                : caller.office();
    }

    private List<Option> kinds(ReissueCaseRow row) {
        return caller.register().awardTypes().stream()
                .filter(type -> type.code().equals(row.subject().awardCode()))
                .map(AwardTypeRow::artifacts)
                .findFirst()
                .orElse(List.of(row.subject().artifactKind()))
                .stream()
                .map((ArtifactKind kind) -> caller.option(kind))
                .toList();
    }

    /// New items of the case; the last made stands there at first.
    private Field made(ReissueCaseRow row) {
        AwardId award = Objects.requireNonNull(row.subject().award());
        var items =
                caller.register().artifactsOf(award).stream()
                        .filter(item -> row.id().equals(item.reissueCase()))
                        .map(this::option)
                        .toList();
        var last = row.newArtifact();
        return Field.one("hien-vat", items, "/artifact")
                .needed()
                .preset(last == null ? null : last.value().toString());
    }

    private Option option(ArtifactRow item) {
        return new Option(item.id().value().toString(), caller.about(item).text());
    }
}
