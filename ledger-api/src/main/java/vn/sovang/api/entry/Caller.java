package vn.sovang.api.entry;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.entry.Field.Kind;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Sheet.About;
import vn.sovang.api.entry.Sheet.Part;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.RecipientId;

/// Whoever fills in a form, and what every form for them has in common: the day, the paper, who
/// stands at the counter.
record Caller(SignedIn who, Messages texts, Register register) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /// The deciding body of the caller's unit; blank for somebody of no unit.
    String office() {
        var unit = who.unit();
        return unit == null ? "" : register.unit(unit).map(UnitRow::authorityName).orElse("");
    }

    /// The day that counts in law; today unless somebody types another.
    Field day() {
        return Field.of("ngay", Kind.DAY, "/origin/effectiveOn")
                .needed()
                .preset(Days.shown(Days.today()));
    }

    Field unit(String name, String... pointers) {
        return Field.of(name, Kind.UNIT, pointers).needed().preset(office());
    }

    /// The paper behind the act; without a number there is none.
    Part paper() {
        return new Part(
                "paper",
                List.of(
                        Field.of("so", Kind.TEXT, "/origin/document/number"),
                        Field.of("ngay-van-ban", Kind.DAY, "/origin/document/date"),
                        Field.of("co-quan-van-ban", Kind.TEXT, "/origin/document/authority")
                                .preset(office()),
                        Field.of("nguoi-ky", Kind.TEXT, "/origin/document/signer"),
                        Field.of("ban-chup", Kind.FILE, "/origin/document/scanSha256")));
    }

    /// The same where the act is nothing without a signed paper.
    Part signedPaper() {
        var fields = paper().fields();
        return new Part(
                "paper",
                List.of(
                        fields.get(0).needed(),
                        fields.get(1),
                        fields.get(2).needed(),
                        fields.get(3),
                        fields.get(4)));
    }

    /// Somebody at the counter, for himself or for another.
    ///
    /// @param pointer of the claimant in the body
    Part claimant(String pointer) {
        return new Part(
                "claimant",
                List.of(
                        Field.one("quan-he", words(KeeperRelation.class), pointer + "/relation")
                                .needed(),
                        Field.of("ho-ten", Kind.TEXT, pointer + "/name"),
                        Field.of("uy-quyen", Kind.FILE, pointer + "/authorisationSha256"),
                        Field.of("khong-tranh-chap", Kind.FLAG, pointer + "/noDispute")));
    }

    /// All values of a kind, in words.
    <E extends Enum<E>> List<Option> words(Class<E> type) {
        return words(type, value -> true);
    }

    <E extends Enum<E>> List<Option> words(Class<E> type, Predicate<E> which) {
        return Arrays.stream(type.getEnumConstants()).filter(which).map(this::option).toList();
    }

    Option option(Enum<?> value) {
        return new Option(value.name(), texts.of(value));
    }

    /// An award in words, with its page.
    About about(AwardRow award) {
        var number = award.decisionNumber();
        var words =
                texts.text(
                        "entry.about.award",
                        award.awardName(),
                        number == null ? "–" : number,
                        Days.shown(award.decidedOn()),
                        shortly(award.line().recipient()));
        return new About(words, "/" + Step.AWARDS + "/" + award.id().value());
    }

    About about(ArtifactRow item) {
        var serial = item.serial();
        var words = texts.of(item.kind()) + (serial == null ? "" : " " + serial);
        return new About(words, "/" + Step.ITEMS + "/" + item.id().value());
    }

    About about(NominationRow row) {
        var words =
                texts.text(
                        "entry.about.nomination", row.awardName(), shortly(row.line().recipient()));
        return new About(words, "/" + Step.NOMINATIONS + "/" + row.id().value());
    }

    String shortly(RecipientId recipient) {
        return texts.text("recipient.short", recipient.value().toString().substring(28));
    }
}
