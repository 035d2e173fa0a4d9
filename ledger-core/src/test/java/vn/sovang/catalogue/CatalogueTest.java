package vn.sovang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.catalogue.CatalogueCommand.DefineAwardType;
import vn.sovang.catalogue.CatalogueCommand.DefineLegalText;
import vn.sovang.catalogue.CatalogueCommand.RetireAwardType;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.AwardTypeRetired;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.founding.ReferenceData;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.LegalRegimes;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.LegalTopic;
import vn.sovang.vocabulary.RecipientKind;

class CatalogueTest {
    private static final AwardCode CODE = new AwardCode("XA_PHUONG_TIEU_BIEU");

    private static DeciderSpec<CatalogueCommand, Catalogue.State> ledger() {
        return DeciderSpec.of(new Catalogue()).given(reference());
    }

    private static Origin at(String day) {
        return origin("an", day, paper("06/2026/QH16", day));
    }

    /// The form of the law of 2026: a household may hold it, for the sake of the test.
    private static AwardTypeDefined form(String code, @Nullable String from, RecipientKind kind) {
        var old =
                ReferenceData.awardTypes().stream()
                        .filter(t -> t.code().equals(CODE))
                        .findFirst()
                        .orElseThrow();
        return new AwardTypeDefined(
                new AwardCode(code),
                old.family(),
                "Xã, phường, đặc khu tiêu biểu",
                old.nameEn(),
                old.level(),
                old.decidedBy(),
                List.of(kind),
                old.ranks(),
                old.posthumous(),
                old.artifacts(),
                old.accessories(),
                old.stateLevel(),
                old.prizeMultiple(),
                from == null ? null : LocalDate.parse(from),
                null,
                old.basis(),
                null,
                null);
    }

    @Test
    void a_type_takes_a_new_form_from_a_day_on_and_keeps_the_old_one_before() {
        var form = form(CODE.value(), "2026-10-01", RecipientKind.HOUSEHOLD);
        ledger().when(new DefineAwardType(at("2026-10-01"), form)).then(form);
        var types = AwardTypes.NONE;
        for (var fact : reference()) {
            types = types.evolve(fact.event());
        }
        types = types.evolve(form);
        var ward = line(CODE.value(), PhanRang.recipient(RecipientKind.COLLECTIVE));
        var before = LocalDate.parse("2026-09-30");
        var after = LocalDate.parse("2026-10-01");
        assertThat(types.check(ward, ConferralMode.TANG, before)).isEmpty();
        assertThat(types.check(ward, ConferralMode.TANG, after))
                .hasValueSatisfying(r ->
                        assertThat(r.code()).isEqualTo(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED));
    }

    @Test
    void a_form_begins_after_the_one_before_and_only_once() {
        var form = form(CODE.value(), "2026-10-01", RecipientKind.COLLECTIVE);
        var known = fact("an", "2026-10-01", form);
        ledger().given(known)
                .when(new DefineAwardType(at("2026-10-01"), form))
                .thenRefused(RefusalCode.AWARD_TYPE_ALREADY_DEFINED);
        ledger().given(known)
                .when(
                        new DefineAwardType(
                                at("2026-10-01"),
                                form(CODE.value(), "2026-01-01", RecipientKind.COLLECTIVE)))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        ledger().given(known)
                .when(
                        new DefineAwardType(
                                at("2026-10-01"),
                                form(CODE.value(), null, RecipientKind.COLLECTIVE)))
                .thenRefused(RefusalCode.AWARD_TYPE_ALREADY_DEFINED);
    }

    @Test
    void a_new_type_needs_a_paper() {
        var form = form("DANH_HIEU_THU", "2026-10-01", RecipientKind.COLLECTIVE);
        ledger().when(new DefineAwardType(at("2026-10-01"), form)).then(form);
        ledger().when(new DefineAwardType(origin("an", "2026-10-01"), form))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
    }

    @Test
    void a_retired_type_is_not_given_any_more_and_was_valid_before() {
        var day = LocalDate.parse("2026-10-01");
        var retired = new AwardTypeRetired(CODE, day, "Luật 06/2026/QH16");
        ledger().when(retire("2026-10-01")).then(retired);
        ledger().given(fact("an", "2026-10-01", retired))
                .when(retire("2026-11-01"))
                .thenRefused(RefusalCode.AWARD_TYPE_NOT_VALID);
        ledger().when(new RetireAwardType(at("2026-10-01"), new AwardCode("KHONG_CO"), day, "x"))
                .thenRefused(RefusalCode.AWARD_TYPE_UNKNOWN);
        var types = AwardTypes.NONE;
        for (var fact : reference()) {
            types = types.evolve(fact.event());
        }
        types = types.evolve(retired);
        assertThat(types.on(CODE, day)).isEmpty();
        assertThat(types.on(CODE, day.minusDays(1))).isPresent();
        assertThat(types.of(CODE)).as("its name is still known").isPresent();
    }

    private static RetireAwardType retire(String day) {
        return new RetireAwardType(at(day), CODE, LocalDate.parse(day), "Luật 06/2026/QH16");
    }

    @Test
    void a_text_of_law_is_amended_by_what_is_known_now_and_not_repeated() {
        var text = text("LUAT_THU", "2026-01-01", null);
        ledger().when(new DefineLegalText(at("2026-01-01"), text)).then(text);
        var known = fact("an", "2026-01-01", text);
        ledger().given(known)
                .when(new DefineLegalText(at("2026-01-01"), text))
                .thenRefused(RefusalCode.LEGAL_TEXT_ALREADY_DEFINED);
        var ended = text("LUAT_THU", "2026-01-01", "2026-06-30");
        ledger().given(known).when(new DefineLegalText(at("2026-01-01"), ended)).then(ended);
        ledger().when(
                        new DefineLegalText(
                                at("2026-01-01"), text("LUAT_THU", "2026-01-01", "2025-01-01")))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    private static LegalTextDefined text(String code, String from, @Nullable String until) {
        return new LegalTextDefined(
                code,
                "1/2026/QH16",
                "Luật thử",
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                List.of(),
                null);
    }

    @Test
    void the_article_follows_the_day() {
        var texts = LegalRegimes.NONE;
        for (var fact : reference()) {
            texts = texts.evolve(fact.event());
        }
        var table =
                """
                2016-06-01 EXCHANGE      Điều 41 85/2014/NĐ-CP
                2023-12-31 EXCHANGE      Điều 41 85/2014/NĐ-CP
                2024-01-01 EXCHANGE      Điều 114 98/2023/NĐ-CP
                2025-06-30 REISSUE       Điều 115 98/2023/NĐ-CP
                2025-07-01 REISSUE       -
                2024-06-30 ANNULMENT     Điều 93.2 06/2022/QH15
                2023-06-30 DATA_ERASURE  -
                2023-07-01 DATA_ERASURE  Điều 16 13/2023/NĐ-CP
                2026-01-01 DATA_ERASURE  Điều 14 91/2025/QH15
                2025-03-01 PRIZE         Điều 54 98/2023/NĐ-CP
                2025-07-01 PRIZE         Điều 51 152/2025/NĐ-CP
                """;
        for (var line : table.lines().toList()) {
            var words = line.split(" +", 3);
            var cited = texts.cite(LegalTopic.valueOf(words[1]), LocalDate.parse(words[0]));
            assertThat(cited.map(c -> c.article() + " " + c.number()).orElse("-"))
                    .as(line)
                    .isEqualTo(words[2]);
        }
    }

    @Test
    void every_shipped_alias_names_a_type_of_the_catalogue() {
        var codes =
                ReferenceData.awardTypes().stream()
                        .map(t -> t.code().value())
                        .collect(Collectors.toSet());
        var aliases = ReferenceData.awardAliases().stringPropertyNames();
        assertThat(aliases).hasSizeGreaterThan(20);
        assertThat(aliases).allMatch(key -> codes.contains(key.replaceAll("@.*", "")));
    }
}
