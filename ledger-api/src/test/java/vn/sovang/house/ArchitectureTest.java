package vn.sovang.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The directions of `docs/architecture.md`, asked of the compiled classes of all three modules.
class ArchitectureTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("vn.sovang");

    private static final String[] FEATURES = {
        "vn.sovang.founding..",
        "vn.sovang.unit..",
        "vn.sovang.duty..",
        "vn.sovang.recipient..",
        "vn.sovang.nomination..",
        "vn.sovang.decision..",
        "vn.sovang.award..",
        "vn.sovang.artifact..",
        "vn.sovang.reissue..",
        "vn.sovang.survey..",
        "vn.sovang.imports..",
        "vn.sovang.evidence..",
        "vn.sovang.catalogue..",
        "vn.sovang.report..",
        "vn.sovang.inspection..",
        "vn.sovang.subject.."
    };

    private static final String[] PURE = {
        "vn.sovang.vocabulary..", "vn.sovang.decider..", "vn.sovang.rule.."
    };

    @Test
    void the_rules_see_all_three_modules() {
        assertThat(ALL.size()).as("classes seen").isGreaterThan(300);
        for (var module :
                new String[] {"vn.sovang.event", "vn.sovang.projection", "vn.sovang.api"}) {
            assertThat(ALL.stream().filter(c -> c.getPackageName().startsWith(module)))
                    .as(module)
                    .isNotEmpty();
        }
    }

    @Test
    void nothing_points_back() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.sovang.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.sovang.api..")
                .because("ledger-api → projections → ledger-core, nothing back")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.sovang.api..", "vn.sovang.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.sovang.projection..")
                .check(ALL);
    }

    @Test
    void spring_stays_in_the_api() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.sovang.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.thymeleaf..")
                .check(ALL);
    }

    @Test
    void axon_stays_at_the_edge_of_the_core() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.sovang.axon..")
                .and()
                .doNotHaveFullyQualifiedName("vn.sovang.Ledger")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .because("an upgrade of Axon must touch the adapter only")
                .check(ALL);
    }

    @Test
    void the_log_is_pure() {
        classes()
                .that()
                .resideInAPackage("vn.sovang.tlog..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.crypto..", "org.jspecify..", "vn.sovang.tlog..")
                .check(ALL);
    }

    @Test
    void the_vocabulary_is_pure() {
        classes()
                .that()
                .resideInAPackage("vn.sovang.vocabulary..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "vn.sovang.vocabulary..")
                .check(ALL);
    }

    @Test
    void deciders_and_rules_know_only_events_and_words() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "vn.sovang.vocabulary..",
                        "vn.sovang.event..",
                        "vn.sovang.decider..",
                        "vn.sovang.rule..")
                .check(ALL);
    }

    @Test
    void features_never_import_each_other() {
        for (var feature : FEATURES) {
            var others = Arrays.stream(FEATURES).filter(f -> !f.equals(feature));
            noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others.toArray(String[]::new))
                    .because("features meet in events, and in rules they share")
                    .check(ALL);
        }
    }

    @Test
    void there_is_no_clock_and_no_random_in_the_domain() {
        var domain = Arrays.copyOf(FEATURES, FEATURES.length + PURE.length + 1);
        System.arraycopy(PURE, 0, domain, FEATURES.length, PURE.length);
        domain[domain.length - 1] = "vn.sovang.event..";
        noClasses()
                .that()
                .resideInAnyPackage(domain)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "java.net..", "java.util.logging..", "org.slf4j..")
                .because("times and identities arrive in the command")
                .check(ALL);
    }

    @Test
    void the_store_knows_nothing_of_the_domain() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.sovang.eventstore..", "vn.sovang.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.sovang.event..", "vn.sovang.decider..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(ALL);
    }

    @Test
    void who_read_what_lies_beside_the_ledger() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.sovang.access..", "vn.sovang.api..")
                .and()
                .doNotHaveFullyQualifiedName("vn.sovang.Ledger")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.sovang.access..")
                .because("nothing that is decided or derived depends on who looked")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("vn.sovang.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(ALL);
    }

    @Test
    void read_models_see_the_core_through_its_feed() {
        noClasses()
                .that()
                .resideInAPackage("vn.sovang.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.sovang.axon..", "vn.sovang.seal..", "vn.sovang.eventstore..")
                .check(ALL);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("vn.sovang.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Impl", "Util", "Utils", "Helper", "Manager", "Dto", "Service"})
    void no_name_is_a_drawer(String suffix) {
        noClasses().should().haveSimpleNameEndingWith(suffix).check(ALL);
    }
}
