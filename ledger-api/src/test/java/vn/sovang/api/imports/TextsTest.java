package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sovang.event.Provenance;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitLevel;

/// Bundles and word lists are complete and say one thing each.
class TextsTest {
    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys("/imports_en.properties")).isEqualTo(keys("/imports.properties"));
    }

    private static Set<String> keys(String resource) {
        return new TreeSet<>(properties(resource).stringPropertyNames());
    }

    private static Properties properties(String resource) {
        return Lexicon.load(resource);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_problem_has_a_text_in_both_languages(ProblemCode code) {
        var problem = Problem.ofFile(code, "a", "b");
        assertThat(problem.text(Locale.ROOT)).isNotBlank();
        assertThat(problem.text(Locale.ENGLISH))
                .isNotBlank()
                .isNotEqualTo(problem.text(Locale.ROOT));
    }

    @Test
    void vietnamese_is_what_a_reader_gets_on_a_server_of_any_language() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(Texts.text(Locale.forLanguageTag("vi"), "place.row", "3"))
                    .isEqualTo("dòng 3");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(SheetKind.class)
    void every_heading_of_a_sheet_is_found_by_each_of_its_spellings_and_by_no_other(
            SheetKind kind) {
        assertThat(Lexicon.sheet(Lexicon.sheetName(kind))).contains(kind);
        assertThat(Lexicon.sheet(Lexicon.sheetName(kind) + " 12")).contains(kind);
        for (var heading : kind.headings()) {
            for (var caption : Lexicon.captions(kind, heading)) {
                assertThat(Lexicon.heading(kind, caption)).as("%s", caption).contains(heading);
            }
        }
        assertThat(kind.headings()).containsAll(kind.required());
    }

    @Test
    void every_value_is_found_by_its_code_and_its_spelling() {
        check(RecipientKind.class);
        check(Rank.class);
        check(CommendationType.class);
        check(ConferralMode.class);
        check(ReissueKind.class);
        check(FirstIssueReading.class);
        check(ArtifactKind.class);
        check(ArtifactCondition.class);
        check(LifeStatus.class);
        check(KeeperRelation.class);
        check(Provenance.Source.class);
        check(Provenance.Confidence.class);
    }

    private static <E extends Enum<E>> void check(Class<E> type) {
        for (var value : type.getEnumConstants()) {
            assertThat(Lexicon.value(type, value.name())).contains(value);
            assertThat(Lexicon.value(type, Lexicon.spelling(value))).contains(value);
        }
        assertThat(new HashSet<>(Lexicon.choices(type).values()))
                .hasSize(type.getEnumConstants().length);
    }

    @Test
    void every_award_alias_belongs_to_an_award_and_to_one_only() {
        var names = new AwardNames(ReferenceData.awardTypes());
        var aliases = properties("/reference/award-aliases.properties");
        assertThat(aliases).hasSizeGreaterThan(30);
        for (var key : aliases.stringPropertyNames()) {
            var at = key.indexOf('@');
            var code = at < 0 ? key : key.substring(0, at);
            var level = at < 0 ? null : UnitLevel.valueOf(key.substring(at + 1));
            for (var alias : Lexicon.spellings(aliases.getProperty(key))) {
                assertThat(names.find(alias, level))
                        .as("%s", alias)
                        .hasValueSatisfying(
                                named -> assertThat(named.code().value()).isEqualTo(code));
            }
        }
        for (var type : ReferenceData.awardTypes()) {
            assertThat(names.find(type.code().value(), null))
                    .hasValueSatisfying(named -> assertThat(named.code()).isEqualTo(type.code()));
        }
    }
}
