package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ReissueRefusalReason;

/// The forms of a re-issue case (*hồ sơ cấp đổi, cấp lại, cấp mới*), NĐ 98/2023/NĐ-CP Điều 114–115.
final class CaseSheets {
    private static final Set<CaseStatus> UNDECIDED =
            EnumSet.of(
                    CaseStatus.REVIEWED_PROPOSED,
                    CaseStatus.COMPLETION_REQUESTED,
                    CaseStatus.FORWARDED,
                    CaseStatus.INSUFFICIENT,
                    CaseStatus.RECEIVED);

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

    /// The form by which an office gives back the list on which a case stands, whole or in part.
    ///
    /// @param sent empty for a case that stands on no list: there is nothing to tick
    Sheet returned(ReissueCaseRow row, Optional<StandingList> sent) {
        var step = Step.RETURN_LIST;
        var page = "/" + Step.CASES + "/" + row.id().value();
        var fixed = Caller.object();
        sent.ifPresent(list ->
                fixed.put("list", list.list().value().toString())
                        .put("to", list.from().value().toString()));
        var undecided = sent.map(this::undecided).orElse(List.of());
        var all = undecided.stream().map(Option::value).collect(Collectors.joining(","));
        var act =
                part(
                        caller.unit("don-vi", "/by"),
                        Field.of("ly-do-tra-danh-sach", Kind.WORDS, "/reason").needed(),
                        Field.many("truong-hop-tra", undecided, "/lines").needed().preset(all));
        return new Sheet(
                step.form(),
                step.command(),
                step.address(row.id().value()),
                new About(sent.map(this::words).orElseGet(() -> title(row, caller)), page),
                List.of(act, caller.signedPaper()),
                fixed,
                (body, complaints) -> lines(body, caller.register()),
                done -> page);
    }

    /// What was decided does not come back.
    private List<Option> undecided(StandingList list) {
        return list.cases().stream()
                .map(caller.register()::reissueCase)
                .flatMap(Optional::stream)
                .filter(one -> one.subject().award() != null && UNDECIDED.contains(one.status()))
                .map(one -> new Option(one.id().value().toString(), title(one, caller)))
                .toList();
    }

    private String words(StandingList list) {
        var paper = list.document() instanceof Document.Paper signed ? signed : null;
        var date = paper == null ? null : paper.date();
        return caller.texts()
                .text(
                        "entry.about.list",
                        paper == null ? "–" : paper.number().asWritten(),
                        date == null ? "–" : Days.shown(date),
                        caller.register()
                                .unit(list.from())
                                .map(UnitRow::authorityName)
                                .orElse("–"));
    }

    /// Puts cases that were ticked into lines, which name the award too.
    static void lines(ObjectNode body, Register register) {
        var chosen = new ArrayList<String>();
        body.path("lines").forEach(id -> chosen.add(id.asString("")));
        var lines = body.putArray("lines");
        for (var id : chosen) {
            register.reissueCase(new CaseId(UUID.fromString(id)))
                    .ifPresent(row -> lines.add(fixed(row)));
        }
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
