package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.StrippingGround;

/// The forms of an award line and of its items (*dòng khen thưởng, hiện vật*).
final class AwardSheets {
    /// Between the kind of an item and its identity, in one choice.
    private static final String BETWEEN = ":";

    private final Caller caller;

    AwardSheets(Caller caller) {
        this.caller = caller;
    }

    Sheet of(Step step, AwardRow row) {
        var about = caller.about(row);
        var sheet =
                new Sheet(
                        step.form(),
                        step.command(),
                        step.address(row.id().value()),
                        about,
                        parts(step, row),
                        fixed(row),
                        Finish.NOTHING,
                        done -> about.page());
        return step == Step.REQUEST ? request(sheet, row) : sheet;
    }

    private static ObjectNode fixed(AwardRow row) {
        return Caller.object()
                .put("award", row.id().value().toString())
                .put("awardCode", row.line().award().value());
    }

    private List<Part> parts(Step step, AwardRow row) {
        return switch (step) {
            case ISSUE ->
                    List.of(
                            part(
                                    caller.day(),
                                    Field.one("loai-hien-vat", options(kinds(row)), "/kind")
                                            .needed()
                                            .preset(only(kinds(row))),
                                    Field.of("so-hieu", Kind.TEXT, "/serial"),
                                    Field.of("so-vang", Kind.TEXT, "/goldenBook")),
                            caller.paper());
            case ANNUL ->
                    List.of(
                            part(
                                    caller.day(),
                                    Field.one(
                                                    "can-cu",
                                                    caller.words(AnnulmentGround.class),
                                                    "/ground")
                                            .needed(),
                                    caller.unit("co-quan", "/authority")),
                            caller.signedPaper());
            case REQUEST -> request(row);
            case PRESENT ->
                    List.of(
                            part(
                                    caller.day(),
                                    Field.of("noi-trao", Kind.TEXT, "/place").needed(),
                                    Field.one("ai-nhan", caller.words(PresentedTo.class), "/to")
                                            .needed(),
                                    Field.of("nguoi-nhan", Kind.TEXT, "/receiver")),
                            caller.paper());
            case PAY ->
                    List.of(
                            part(
                                    caller.day(),
                                    Field.of("so-tien", Kind.NUMBER, "/dong").needed(),
                                    Field.of("he-so", Kind.TEXT, "/multiple"),
                                    Field.of("luong-co-so", Kind.NUMBER, "/baseSalary"),
                                    Field.of("nguon", Kind.TEXT, "/fund").needed()),
                            caller.paper());
            case RECOVER ->
                    List.of(
                            part(
                                    caller.day(),
                                    Field.of("so-tien", Kind.NUMBER, "/dong").needed(),
                                    Field.of("nguon", Kind.TEXT, "/fund").needed()),
                            caller.paper());
            case REVOKE, STRIP, RESTORE -> List.of(honour(step), caller.signedPaper());
            default -> throw new IllegalArgumentException("no step of an award: " + step);
        };
    }

    private List<Part> request(AwardRow row) {
        return List.of(
                part(
                        caller.day(),
                        caller.unit("noi-nhan", "/receivedBy"),
                        Field.one("loai-de-nghi", caller.words(ReissueKind.class), "/subject/kind")
                                .needed()
                                .preset(likely(row)),
                        Field.one("hien-vat", items(row), "/subject/artifact")
                                .needed()
                                .preset(outOfHand(row)),
                        Field.one(
                                "cach-hieu",
                                caller.words(
                                        FirstIssueReading.class,
                                        r -> r != FirstIssueReading.KHEN_MOI),
                                "/subject/reading"),
                        Field.of("ly-do-de-nghi", Kind.WORDS, "/application/ground")),
                caller.claimant("/application/applicant"),
                caller.paper());
    }

    /// What is done to an award that was annulled, or to a title (Luật TĐKT 2022 Điều 93).
    private Part honour(Step step) {
        return switch (step) {
            case REVOKE ->
                    part(
                            caller.day(),
                            Field.one(
                                            "can-cu-thu-hoi",
                                            caller.words(RevocationGround.class),
                                            "/ground")
                                    .needed(),
                            Field.of("co-quan", Kind.UNIT, "/authority").preset(caller.office()));
            case STRIP ->
                    part(
                            caller.day(),
                            Field.one("can-cu-tuoc", caller.words(StrippingGround.class), "/ground")
                                    .needed(),
                            Field.of("co-quan", Kind.UNIT, "/authority").needed(),
                            Field.of("ban-an-hieu-luc", Kind.DAY, "/judgmentFinalOn"),
                            Field.of("ban-an", Kind.TEXT, "/judgment"));
            default ->
                    part(
                            caller.day(),
                            Field.one(
                                            "can-cu-phuc-hoi",
                                            caller.words(RestorationGround.class),
                                            "/ground")
                                    .needed(),
                            Field.of("co-quan", Kind.UNIT, "/authority").needed());
        };
    }

    private static Part part(Field... fields) {
        return new Part("act", List.of(fields));
    }

    /// A request names its award inside its subject.
    private Sheet request(Sheet sheet, AwardRow row) {
        var line = row.line();
        var subject =
                Caller.object()
                        .put("award", row.id().value().toString())
                        .put("awardCode", line.award().value())
                        .put("commendationType", line.commendationType().name())
                        .put("recipient", line.recipient().value().toString())
                        .put("recipientKind", line.recipientKind().name());
        var unit = line.recipientUnit();
        if (unit != null) {
            subject.put("recipientUnit", unit.value().toString());
        }
        var fixed = Caller.object();
        fixed.set("subject", subject);
        fixed.putObject("application").putArray("further");
        return new Sheet(
                sheet.name(),
                sheet.command(),
                sheet.address(),
                sheet.about(),
                sheet.parts(),
                fixed,
                this::item,
                done -> "/" + Step.CASES + "/" + done.ids().get("/reissueCase"));
    }

    private void item(ObjectNode body, Complaints complaints) {
        var subject = body.withObjectProperty("subject");
        var chosen = subject.path("artifact").asString("").split(BETWEEN, 2);
        subject.remove("artifact");
        subject.put("artifactKind", chosen[0]);
        if (chosen.length > 1) {
            subject.put("artifact", chosen[1]);
        }
        boolean first = subject.path("kind").asString("").equals(ReissueKind.FIRST_ISSUE.name());
        if (first && !subject.has("reading")) {
            complaints.add("cach-hieu", caller.texts().text("entry.reading.missing"));
        } else if (!first) {
            subject.remove("reading");
        }
        if (!first && chosen.length == 1 && !chosen[0].isEmpty()) {
            complaints.add("hien-vat", caller.texts().text("entry.item.needed"));
        }
    }

    /// Items of the award as they stand, and kinds that nobody was given yet.
    private List<Option> items(AwardRow row) {
        var all = new ArrayList<Option>();
        var held = caller.register().artifactsOf(row.id());
        for (var item : held) {
            if (item.replacedBy() == null) {
                all.add(
                        new Option(
                                item.kind() + BETWEEN + item.id().value(),
                                caller.about(item).text()
                                        + ", "
                                        + caller.texts().of(item.status())));
            }
        }
        for (var kind : kinds(row)) {
            if (held.stream().noneMatch(item -> item.kind() == kind)) {
                var words = caller.texts().text("entry.item.none", caller.texts().of(kind));
                all.add(new Option(kind.name(), words));
            }
        }
        return all;
    }

    private String likely(AwardRow row) {
        return caller.register().artifactsOf(row.id()).stream()
                .map(AwardSheets::kindFor)
                .filter(k -> !k.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String kindFor(ArtifactRow item) {
        return switch (item.status()) {
            case HANDED_IN -> ReissueKind.EXCHANGE.name();
            case LOST -> ReissueKind.REISSUE.name();
            default -> "";
        };
    }

    private String outOfHand(AwardRow row) {
        return caller.register().artifactsOf(row.id()).stream()
                .filter(item -> !kindFor(item).isEmpty())
                .map(item -> item.kind() + BETWEEN + item.id().value())
                .findFirst()
                .orElse("");
    }

    private List<ArtifactKind> kinds(AwardRow row) {
        return caller.register().awardTypes().stream()
                .filter(type -> type.code().equals(row.line().award()))
                .map(AwardTypeRow::artifacts)
                .findFirst()
                .orElse(List.of());
    }

    private List<Option> options(List<ArtifactKind> kinds) {
        return kinds.stream().map((ArtifactKind kind) -> caller.option(kind)).toList();
    }

    private static String only(List<ArtifactKind> kinds) {
        return kinds.size() == 1 ? kinds.getFirst().name() : "";
    }

    /// The form of a step of an item.
    Sheet of(Step step, ArtifactRow item, AwardRow award) {
        var about = caller.about(item);
        var field =
                switch (step) {
                    case DAMAGED, LOST, FOUND ->
                            List.of(
                                    caller.day(),
                                    Field.of("hoan-canh", Kind.WORDS, "/circumstances"));
                    case HAND_IN ->
                            List.of(
                                    caller.day(),
                                    caller.unit("noi-nhan", "/receivedBy"),
                                    Field.of("so-bien-nhan", Kind.TEXT, "/receiptNumber"));
                    case KEEPER -> keeper();
                    case TRANSFER ->
                            List.of(
                                    caller.day(),
                                    caller.unit("ben-giao", "/from").preset(holder(item)),
                                    Field.of("ben-nhan", Kind.UNIT, "/to").needed(),
                                    Field.one(
                                                    "muc-dich",
                                                    caller.words(CustodyPurpose.class),
                                                    "/purpose")
                                            .needed(),
                                    Field.of("noi-de", Kind.TEXT, "/location"),
                                    Field.of("so-bien-nhan", Kind.TEXT, "/receiptNumber"));
                    case GIVE_BACK -> givenBack(item);
                    case TAKE_BACK ->
                            List.of(
                                    caller.day(),
                                    Field.of("ly-do-thu-hoi", Kind.WORDS, "/reason").needed(),
                                    Field.of("noi-nhan", Kind.UNIT, "/receivedBy")
                                            .preset(caller.office()));
                    case DESTROY ->
                            List.of(
                                    caller.day(),
                                    Field.of("noi-dang-giu", Kind.UNIT, "/holder")
                                            .preset(holder(item)),
                                    Field.of("hoi-dong-huy", Kind.TEXT, "/council").needed(),
                                    Field.of("ly-do-huy", Kind.WORDS, "/reason").needed());
                    default -> throw new IllegalArgumentException("no step of an item: " + step);
                };
        return new Sheet(
                step.form(),
                step.command(),
                step.address(item.id().value()),
                about,
                List.of(
                        new Part("act", field),
                        step == Step.DESTROY ? caller.signedPaper() : caller.paper()),
                fixed(award).put("artifact", item.id().value().toString()),
                Finish.NOTHING,
                done -> about.page());
    }

    private List<Field> keeper() {
        return List.of(
                caller.day(),
                Field.one("quan-he", caller.words(KeeperRelation.class), "/keeper/relation")
                        .needed(),
                Field.of("ho-ten", Kind.TEXT, "/keeper/name"),
                Field.of("dia-chi-giu", Kind.TEXT, "/keeper/address"));
    }

    private List<Field> givenBack(ArtifactRow item) {
        var all = new ArrayList<>(keeper());
        all.add(1, caller.unit("ben-giao", "/from").preset(holder(item)));
        all.add(Field.of("so-bien-nhan", Kind.TEXT, "/receiptNumber"));
        return all;
    }

    /// The office that has the item; else the caller's own.
    private String holder(ArtifactRow item) {
        var held = item.heldBy();
        return held == null
                ? caller.office()
                : caller.register().unit(held).map(UnitRow::authorityName).orElse("");
    }
}
