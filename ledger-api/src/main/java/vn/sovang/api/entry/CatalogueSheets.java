package vn.sovang.api.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Finish;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.LegalTopic;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// The forms of the catalogue: award types and texts of law (*danh mục danh hiệu, hình thức khen
/// thưởng; văn bản pháp luật*).
final class CatalogueSheets {
    static final String LIST = "/danh-muc";
    static final String NEW = LIST + "/moi";
    static final String TEXT = LIST + "/van-ban";

    private static final List<String> LISTS =
            List.of("recipients", "ranks", "artifacts", "accessories");

    private final Caller caller;

    CatalogueSheets(Caller caller) {
        this.caller = caller;
    }

    /// A new type, or the form that one takes from a day on.
    ///
    /// @param now as last defined; null for a new one
    Sheet define(@Nullable AwardTypeDefined now) {
        var name =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                typed("ma", "/type/code", now == null ? null : now.code().value())
                                        .needed(),
                                typed("ten", "/type/nameVi", now == null ? null : now.nameVi())
                                        .needed(),
                                typed(
                                        "ten-tieng-anh",
                                        "/type/nameEn",
                                        now == null ? null : now.nameEn()),
                                typed(
                                        "can-cu-luat",
                                        "/type/basis",
                                        now == null ? null : now.basis()),
                                Field.of("tu-ngay", Kind.DAY, "/type/validFrom"),
                                Field.of("het-ngay", Kind.DAY, "/type/validTo")));
        return sheet(
                "define-award-type",
                NEW,
                null,
                List.of(name, kind(now), items(now), caller.signedPaper()),
                (body, complaints) -> lists(body));
    }

    private Part kind(@Nullable AwardTypeDefined now) {
        return new Part(
                "kind",
                List.of(
                        one("ho", "family", now == null ? null : now.family()).needed(),
                        Field.one("cap-khen", caller.words(AwardLevel.class), "/type/level")
                                .needed()
                                .preset(now == null ? null : now.level().name()),
                        typed(
                                "ai-quyet-dinh",
                                "/type/decidedBy",
                                now == null ? null : now.decidedBy()),
                        Field.many(
                                        "danh-cho",
                                        caller.words(
                                                RecipientKind.class,
                                                k -> k != RecipientKind.KHONG_RO),
                                        "/type/recipients")
                                .needed()
                                .preset(now == null ? null : names(now.recipients())),
                        Field.many(
                                        "cac-hang",
                                        caller.words(Rank.class, r -> r != Rank.NONE),
                                        "/type/ranks")
                                .preset(now == null ? null : names(now.ranks())),
                        one("truy-tang", "posthumous", now == null ? null : now.posthumous())
                                .needed(),
                        one("cap-nha-nuoc", "stateLevel", now == null ? null : now.stateLevel())
                                .needed()));
    }

    private Part items(@Nullable AwardTypeDefined now) {
        return new Part(
                "items",
                List.of(
                        Field.many("kem-theo", caller.words(ArtifactKind.class), "/type/artifacts")
                                .preset(now == null ? null : names(now.artifacts())),
                        Field.many("phu-kien", accessories(), "/type/accessories")
                                .preset(now == null ? null : String.join(",", now.accessories())),
                        typed(
                                "he-so-thuong",
                                "/type/prizeMultiple",
                                now == null ? null : now.prizeMultiple()),
                        typed("chua-kiem", "/type/check", now == null ? null : now.check()),
                        typed("ghi-chu-danh-muc", "/type/note", now == null ? null : now.note())));
    }

    private static Field typed(String name, String pointer, @Nullable String preset) {
        return Field.of(name, Kind.TEXT, pointer).preset(preset);
    }

    /// A word of the catalogue that is no constant.
    private Field one(String name, String component, @Nullable String preset) {
        return Field.one(name, choices(component), "/type/" + component).preset(preset);
    }

    private List<Option> choices(String component) {
        var words =
                switch (component) {
                    case "family" ->
                            List.of(
                                    "DANH_HIEU_THI_DUA",
                                    "HINH_THUC_KHEN_THUONG",
                                    "KHANG_CHIEN_LICH_SU");
                    case "posthumous" -> List.of("YES", "NO", "INDIVIDUALS", "UNCLEAR");
                    default -> List.of("YES", "NO", "MIXED");
                };
        return words.stream().map(word -> new Option(word, word(caller, component, word))).toList();
    }

    /// A word of the catalogue, for people.
    static String word(Caller caller, String component, String word) {
        return caller.texts().text("catalogue." + component + "." + word);
    }

    private List<Option> accessories() {
        return List.of("KHUNG", "HOP", "CUONG_DEO").stream()
                .map(code -> new Option(code, word(caller, "accessory", code)))
                .toList();
    }

    private static String names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /// Nothing ticked is none.
    private static void lists(ObjectNode body) {
        var type = body.withObjectProperty("type");
        LISTS.stream().filter(name -> !type.has(name)).forEach(type::putArray);
    }

    /// The law knows a type no more.
    Sheet retire(AwardTypeRow row) {
        var act =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                Field.of("khong-con-tu", Kind.DAY, "/retiredOn").needed(),
                                Field.of("can-cu-bai-bo", Kind.TEXT, "/basis").needed()));
        var sheet =
                sheet(
                        "retire-award-type",
                        LIST + "/" + row.code().value() + "/bai-bo",
                        new About(row.nameVi(), LIST),
                        List.of(act, caller.signedPaper()),
                        Finish.NOTHING);
        sheet.fixed().put("code", row.code().value());
        return sheet;
    }

    /// A text of law, or what is known now of one entered before.
    Sheet text(@Nullable LegalTextDefined now) {
        var provisions =
                now == null
                        ? null
                        : now.provisions().stream()
                                .map(p -> caller.texts().of(p.topic()) + "; " + p.article())
                                .collect(Collectors.joining("\n"));
        var act =
                new Part(
                        "act",
                        List.of(
                                caller.day(),
                                typed("ma-van-ban", "/text/code", now == null ? null : now.code())
                                        .needed(),
                                typed("so-luat", "/text/number", now == null ? null : now.number())
                                        .needed(),
                                typed("ten-luat", "/text/title", now == null ? null : now.title())
                                        .needed(),
                                Field.of("hieu-luc-tu", Kind.DAY, "/text/from")
                                        .needed()
                                        .preset(now == null ? null : Days.shown(now.from())),
                                Field.of("hieu-luc-den", Kind.DAY, "/text/until")
                                        .preset(until(now)),
                                Field.of("cac-dieu", Kind.TABLE, "/typed").preset(provisions),
                                typed(
                                        "chua-kiem",
                                        "/text/check",
                                        now == null ? null : now.check())));
        return sheet(
                "define-legal-text",
                TEXT,
                null,
                List.of(act, caller.signedPaper()),
                this::provisions);
    }

    private static @Nullable String until(@Nullable LegalTextDefined now) {
        var until = now == null ? null : now.until();
        return until == null ? null : Days.shown(until);
    }

    /// Each row: what the article is about; the article.
    private void provisions(ObjectNode body, Complaints complaints) {
        var list = body.withObjectProperty("text").putArray("provisions");
        for (var row : PastedLines.rows(body.path("typed").asString(""))) {
            var topic = topic(row.cell(0));
            if (topic.isEmpty() || row.cell(1).isEmpty()) {
                var words = caller.texts().text("entry.provision.unknown");
                complaints.add("cac-dieu", caller.texts().text("entry.line", row.number(), words));
            } else {
                list.addObject().put("topic", topic.get().name()).put("article", row.cell(1));
            }
        }
        body.remove("typed");
    }

    private Optional<LegalTopic> topic(String text) {
        var wanted = Folding.letters(text);
        return Arrays.stream(LegalTopic.values())
                .filter(topic ->
                        Folding.letters(topic.name()).equals(wanted)
                                || Folding.letters(caller.texts().of(topic)).equals(wanted))
                .findFirst();
    }

    private static Sheet sheet(
            String command, String address, @Nullable About about, List<Part> parts, Finish by) {
        return new Sheet(
                command, command, address, about, parts, Caller.object(), by, done -> LIST);
    }
}
