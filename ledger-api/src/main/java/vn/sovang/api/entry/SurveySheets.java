package vn.sovang.api.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.CampaignRow;
import vn.sovang.projection.register.Register;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReissueKind;

/// The forms of a survey of items in people's hands (*đợt khảo sát, phiếu khảo sát hiện vật*).
final class SurveySheets {
    static final String LIST = "/khao-sat";

    /// The award that offices survey most (Công văn 352/UBND-NV).
    private static final String MOTHER = "DH_BMVNAH";

    private final Caller caller;

    SurveySheets(Caller caller) {
        this.caller = caller;
    }

    static String page(CampaignRow row) {
        return LIST + "/" + row.id().value();
    }

    Sheet open() {
        var act =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                caller.unit("don-vi-khao-sat", "/event/unit"),
                                Field.of("danh-hieu", Kind.AWARD, "/event/award")
                                        .needed()
                                        .preset(mother()),
                                Field.of("noi-dung-khao-sat", Kind.WORDS, "/event/subject")
                                        .needed()));
        return new Sheet(
                "open-survey-campaign",
                "open-survey-campaign",
                LIST + "/moi",
                null,
                List.of(act, caller.signedPaper()),
                Caller.object(),
                Finish.NOTHING,
                done -> LIST + "/" + done.ids().get("/event/campaign"));
    }

    private String mother() {
        return caller.register().awardTypes().stream()
                .filter(type -> type.code().value().equals(MOTHER))
                .map(AwardTypeRow::nameVi)
                .findFirst()
                .orElse("");
    }

    /// One item of one recipient.
    Sheet item(CampaignRow row, UUID request) {
        var who =
                new Part(
                        "recipient",
                        List.of(
                                Field.of(
                                                "doi-tuong-khao-sat",
                                                Kind.RECIPIENT,
                                                "/typed/recipient",
                                                "/typed/name")
                                        .needed(),
                                Field.one("con-song", caller.words(LifeStatus.class), "/event/life")
                                        .needed(),
                                Field.of("ngay-mat", Kind.TEXT, "/event/diedOn"),
                                Field.of("dia-ban", Kind.UNIT, "/event/ward")));
        var paper = caller.paper();
        return new Sheet(
                "record-surveyed-item",
                "record-surveyed-item",
                page(row) + "/phieu",
                about(row),
                List.of(who, found(row), visit(), paper),
                fixed(row),
                (body, complaints) -> resolve(body, complaints, request),
                done -> page(row));
    }

    private Part found(CampaignRow row) {
        return new Part(
                "items",
                List.of(
                        Field.one("loai-hien-vat", kinds(row), "/event/kind").needed(),
                        Field.one(
                                        "tinh-trang",
                                        caller.words(ArtifactCondition.class),
                                        "/event/condition")
                                .needed(),
                        Field.one(
                                "nguoi-giu",
                                caller.words(KeeperRelation.class),
                                "/event/keeper/relation"),
                        Field.of("ten-nguoi-giu", Kind.TEXT, "/event/keeper/name"),
                        Field.of("dia-chi-giu", Kind.TEXT, "/event/keeper/address"),
                        Field.one("de-xuat", caller.words(ReissueKind.class), "/event/proposed")));
    }

    private Part visit() {
        return new Part(
                "act",
                List.of(
                        caller.day(),
                        Field.of("nguoi-khao-sat", Kind.TEXT, "/event/surveyedBy"),
                        Field.of("anh", Kind.FILE, "/event/photoSha256")));
    }

    static ObjectNode fixed(CampaignRow row) {
        var body = Caller.object();
        body.putObject("event")
                .put("campaign", row.id().value().toString())
                .put("unit", row.unit().value().toString())
                .put("awardCode", row.award().value());
        return body;
    }

    List<Option> kinds(CampaignRow row) {
        return caller.register().awardTypes().stream()
                .filter(type -> type.code().equals(row.award()))
                .flatMap(type -> type.artifacts().stream())
                .map((ArtifactKind kind) -> caller.option(kind))
                .toList();
    }

    private About about(CampaignRow row) {
        return new About(title(row), page(row));
    }

    /// A survey in words.
    String title(CampaignRow row) {
        return caller.texts().text("survey.about", row.awardName(), Days.shown(row.openedOn()));
    }

    private void resolve(ObjectNode body, Complaints complaints, UUID request) {
        var who = body.path("typed").path("recipient").asString("");
        body.remove("typed");
        if (who.equals(Reading.NEW)) {
            complaints.add("doi-tuong-khao-sat", caller.texts().text("entry.recipient.needed"));
        } else if (!who.isEmpty()) {
            resolve(body.withObjectProperty("event"), who, request);
        }
    }

    /// Whose award and which item the sheet is about: what the register has; an item that nobody
    /// recorded as issued enters with the sheet (R4).
    void resolve(ObjectNode event, String recipient, UUID request) {
        event.put("recipient", recipient);
        var code = event.path("awardCode").asString("");
        var award = award(new RecipientId(UUID.fromString(recipient)), code);
        award.ifPresent(row -> event.put("award", row.id().value().toString()));
        var condition = condition(event.path("condition").asString(""));
        var kind = event.path("kind").asString("");
        var item = award.flatMap(row -> item(row, kind));
        boolean never = condition.filter(c -> c == ArtifactCondition.CHUA_NHAN).isPresent();
        if (item.isPresent() && !never) {
            // A form that is sent again finds the item that it brought in itself.
            var id = item.get().id().value();
            var origin = id.equals(fresh(request)) ? ItemOrigin.KHAO_SAT : ItemOrigin.CAP_PHAT;
            event.put("artifact", id.toString()).put("origin", origin.name());
        } else if (condition.filter(ArtifactCondition::present).isPresent()) {
            event.put("artifact", fresh(request).toString())
                    .put("origin", ItemOrigin.KHAO_SAT.name());
        }
    }

    private static Optional<ArtifactCondition> condition(String name) {
        return List.of(ArtifactCondition.values()).stream()
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    /// Follows from the form's own identity, so that a form sent twice names the same item.
    private static UUID fresh(UUID request) {
        return UUID.nameUUIDFromBytes((request + "/artifact").getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<AwardRow> award(RecipientId recipient, String code) {
        return caller
                .register()
                .awards(AwardFilter.of(recipient), null, Register.MAX_PAGE)
                .rows()
                .stream()
                .filter(row -> row.line().award().value().equals(code))
                .filter(row -> row.status() == AwardStatus.IN_FORCE)
                .findFirst();
    }

    private Optional<ArtifactRow> item(AwardRow award, String kind) {
        return caller.register().artifactsOf(award.id()).stream()
                .filter(item -> item.kind().name().equals(kind))
                .filter(item -> item.replacedBy() == null)
                .findFirst();
    }

    /// Many sheets, pasted.
    Sheet many(CampaignRow row) {
        var rows = Field.of("cac-phieu", Kind.TABLE, "/typed").needed();
        var lines = new Part("lines", List.of(rows));
        return new Sheet(
                "record-surveyed-item.many",
                "record-surveyed-item",
                page(row) + "/nhieu",
                about(row),
                List.of(visit(), lines),
                fixed(row),
                Finish.NOTHING,
                done -> page(row));
    }

    /// The survey ends with what its sheets come to.
    Sheet close(CampaignRow row, Summary summary) {
        var fixed = Caller.object();
        var event =
                fixed.putObject("event")
                        .put("campaign", row.id().value().toString())
                        .put("unit", row.unit().value().toString());
        figures(event.putObject("summary"), summary);
        return new Sheet(
                "close-survey-campaign",
                "close-survey-campaign",
                page(row) + "/ket-thuc",
                about(row),
                List.of(new Part("act", List.of(caller.day())), caller.paper()),
                fixed,
                Finish.NOTHING,
                done -> page(row));
    }

    private static void figures(ObjectNode told, Summary summary) {
        var items = told.putArray("items");
        for (var count : summary.items()) {
            var line =
                    items.addObject()
                            .put("kind", count.kind().name())
                            .put("condition", count.condition().name())
                            .put("life", count.life().name())
                            .put("count", count.count());
            var ward = count.ward();
            if (ward != null) {
                line.put("ward", ward.value().toString());
            }
        }
        var proposals = told.putArray("proposals");
        summary.proposals()
                .forEach(p ->
                        proposals.addObject().put("kind", p.kind().name()).put("count", p.count()));
        told.put("surveyed", summary.surveyed()).put("withoutDecision", summary.withoutDecision());
    }
}
