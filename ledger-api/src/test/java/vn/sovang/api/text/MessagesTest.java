package vn.sovang.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.anomaly.AnomalyTexts;
import vn.sovang.api.verification.NameAnswer;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Provenance;
import vn.sovang.evidence.BundleProblem;
import vn.sovang.projection.anomaly.AnomalyRule;
import vn.sovang.projection.anomaly.Assessment;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.projection.anomaly.Severity;
import vn.sovang.projection.clocks.ClockState;
import vn.sovang.projection.clocks.ClockSubject;
import vn.sovang.projection.custody.Place;
import vn.sovang.projection.inspection.InspectionAct;
import vn.sovang.projection.inspection.InspectionFinding;
import vn.sovang.projection.readmodel.Column;
import vn.sovang.projection.reconciliation.Reason;
import vn.sovang.projection.register.ArtifactStatus;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.Comparison;
import vn.sovang.projection.register.Comparisons;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.search.SearchKind;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.FormColumn;
import vn.sovang.projection.statistics.FormGap;
import vn.sovang.projection.statistics.FormRow;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.OfficialForm;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;
import vn.sovang.projection.verification.Standing;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LegalTopic;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ObjectionOutcome;
import vn.sovang.vocabulary.OpinionStance;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReissueRefusalReason;
import vn.sovang.vocabulary.RejectionGround;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.SamplePopulation;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.UnitLevel;

class MessagesTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9]+}");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern TAG = Pattern.compile("<(?:[^>\"]|\"[^\"]*\")*>");

    /// Signs that are no words of any language.
    private static final Pattern NOT_WORDS = Pattern.compile("[\\p{ASCII}–—·…×“”]*");

    private static final List<Class<? extends Enum<?>>> SHOWN =
            List.of(
                    Measure.class,
                    RecipientKind.class,
                    CommendationType.class,
                    AwardLevel.class,
                    Rank.class,
                    ArtifactKind.class,
                    ReissueKind.class,
                    ConferralMode.class,
                    AnnulmentGround.class,
                    FirstIssueReading.class,
                    EvidenceGrade.class,
                    AwardStatus.class,
                    ArtifactStatus.class,
                    Standing.class,
                    NameAnswer.class,
                    CaseStatus.class,
                    ArtifactCondition.class,
                    KeeperRelation.class,
                    CustodyPurpose.class,
                    LifeStatus.class,
                    ItemOrigin.class,
                    ReissueRefusalReason.class,
                    Place.class,
                    SearchKind.class,
                    Reason.class,
                    StatutoryClock.Step.class,
                    ClockState.class,
                    ClockSubject.class,
                    Severity.class,
                    FindingState.class,
                    Assessment.class,
                    Provenance.Source.class,
                    Provenance.Confidence.class,
                    View.class,
                    UnitView.class,
                    Dimension.class,
                    FormColumn.class,
                    FormRow.class,
                    FormGap.class,
                    OfficialForm.Code.class,
                    PeriodPolicy.class,
                    BundleProblem.What.class,
                    RetentionClass.class,
                    ErasureGround.class,
                    RestrictionGround.class,
                    CompetenceScope.class,
                    JoinEvidence.class,
                    ContactRole.class,
                    ClaimedMeasure.class,
                    NominationStatus.class,
                    StrippingGround.class,
                    Procedure.class,
                    AppraisalResult.class,
                    Comparison.Kind.class,
                    FindingSeverity.class,
                    SamplePopulation.class,
                    InspectionFinding.Settlement.class,
                    InspectionAct.ActKind.class,
                    UnitLevel.class,
                    PresentedTo.class,
                    RevocationGround.class,
                    RestorationGround.class,
                    CorrectedField.class,
                    CorrectionCause.class,
                    DossierPaper.class,
                    OpinionStance.class,
                    ObjectionOutcome.class,
                    RejectionGround.class,
                    LegalTopic.class);

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/" + name + ".properties")) {
            assertThat(in).as(name).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(r -> r.group()).sorted().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "cli"})
    void both_languages_have_the_same_keys_and_placeholders(String name) throws IOException {
        var vietnamese = bundle(name);
        var english = bundle(name + "_en");

        assertThat(vietnamese.size()).isGreaterThan(25);
        assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(vietnamese.keySet()));
        assertThat(vietnamese.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(placeholders(english.getProperty(key)))
                                .as(key)
                                .isEqualTo(placeholders(vietnamese.getProperty(key))));
        assertThat(vietnamese.values()).allSatisfy(v -> assertThat((String) v).isNotBlank());
    }

    @Test
    void every_refusal_failure_event_and_shown_value_has_words() {
        var keys = new ArrayList<String>();
        Arrays.stream(RefusalCode.values()).forEach(c -> keys.add("refusal." + c));
        Arrays.stream(FailureCode.values()).forEach(c -> keys.add("failure." + c));
        Arrays.stream(FailureCode.values())
                .forEach(c -> keys.add("problem.title." + c.httpStatus()));
        EventCatalogue.names().forEach(name -> keys.add("event." + name));
        for (var rule : AnomalyRule.values()) {
            keys.add(AnomalyTexts.titleKey(rule));
            keys.add(AnomalyTexts.textKey(rule));
        }
        for (var type : SHOWN) {
            for (var value : type.getEnumConstants()) {
                keys.add(Messages.key(value));
            }
        }

        Comparisons.fields().forEach(field -> keys.add("field." + field.name()));

        assertThat(keys).hasSizeGreaterThan(180);
        for (var locale : List.of(Messages.VIETNAMESE, Locale.ENGLISH)) {
            assertThat(keys).allMatch(Messages.in(locale)::has);
        }
    }

    @Test
    void every_constant_that_a_comparison_may_show_has_words() {
        var shown = SHOWN.stream().map(Class::getSimpleName).collect(Collectors.toSet());

        assertThat(Comparisons.fields())
                .extracting(Column::holds)
                .filteredOn(holds -> Character.isUpperCase(holds.charAt(0)))
                .filteredOn(holds -> !holds.endsWith("Id") && !holds.equals("AwardCode"))
                .isNotEmpty()
                .allMatch(shown::contains);
    }

    @Test
    void a_refusal_names_what_it_is_about_in_the_readers_words() {
        var refused =
                Outcome.refuse(
                        RefusalCode.RECIPIENT_KIND_NOT_ALLOWED,
                        Map.of("award", "Lao động tiên tiến", "kind", "HOUSEHOLD"));

        assertThat(Messages.in(Messages.VIETNAMESE).refusal(refused))
                .isEqualTo("“Lao động tiên tiến” không dành cho hộ gia đình.");
        assertThat(Messages.in(Locale.ENGLISH).refusal(refused))
                .isEqualTo("“Lao động tiên tiến” is not given to: household.");
    }

    @Test
    void every_language_but_english_reads_vietnamese() {
        assertThat(Messages.in(Locale.FRENCH).text("page.awards")).isEqualTo("Khen thưởng");
        assertThat(Messages.in(Locale.of("en", "GB")).text("page.awards")).isEqualTo("Awards");
    }

    @Test
    void templates_hold_no_words_of_their_own() throws IOException {
        var templates = files(MAIN.resolve("resources/templates"), ".html");

        assertThat(templates).hasSizeGreaterThan(5);
        for (var template : templates) {
            var markup = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
            var words = TAG.matcher(markup).replaceAll(" ").replaceAll("[\\s:/]+", "");
            assertThat(words.replace("logcheckpoint", ""))
                    .as("text between the tags of " + template)
                    .isEmpty();
            assertThat(NOT_WORDS.matcher(markup).matches()).as(template.toString()).isTrue();
        }
    }

    @Test
    void java_holds_no_vietnamese_words() throws IOException {
        var sources =
                files(MAIN.resolve("java"), ".java").stream()
                        .filter(f -> !f.toString().contains("/imports/"))
                        .filter(f -> !f.toString().contains("/demo/"))
                        .toList();

        assertThat(sources).hasSizeGreaterThan(30);
        for (var source : sources) {
            for (var line : Files.readAllLines(source)) {
                if (!line.strip().startsWith("//")) {
                    var strings = STRING.matcher(line).results().map(r -> r.group(1)).toList();
                    assertThat(strings)
                            .as(source.toString())
                            .allMatch(s -> NOT_WORDS.matcher(s).matches());
                }
            }
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(suffix)).toList();
        }
    }
}
