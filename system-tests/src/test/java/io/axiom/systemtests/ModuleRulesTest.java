package io.axiom.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module table of the design, as rules. */
class ModuleRulesTest {
    private static final String[] SERVICES = {
        "io.axiom.version..",
        "io.axiom.deployment..",
        "io.axiom.migration..",
        "io.axiom.hotupdate..",
        "io.axiom.tenant.."
    };
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.axiom");
    }

    @Test
    void theLanguageKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("io.axiom.language..", "io.axiom.semver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "org.apache.kafka..")
                .check(classes);
    }

    @Test
    void semanticVersionsDependOnNothing() {
        noClasses()
                .that()
                .resideInAPackage("io.axiom.semver..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "io.axiom.semver..", "org.jspecify..")
                .check(classes);
    }

    @Test
    void theStoreKnowsOnlyTheLanguage() {
        noClasses()
                .that()
                .resideInAPackage("io.axiom.eventstore..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.axiom.runtime..",
                        "io.axiom.gateway..",
                        "io.axiom.router..",
                        "io.axiom.cli..",
                        "io.axiom.version..",
                        "io.axiom.deployment..",
                        "org.springframework..")
                .check(classes);
    }

    @Test
    void servicesNeverKnowEachOther() {
        for (String service : SERVICES) {
            String[] others = java.util.Arrays.stream(SERVICES)
                    .filter(other -> !other.equals(service))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(service)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    void theRuntimeAndTheGatewayKnowNoService() {
        noClasses()
                .that()
                .resideInAnyPackage("io.axiom.runtime..", "io.axiom.gateway..", "io.axiom.router..", "io.axiom.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .check(classes);
    }

    @Test
    void theCommandLineAndTheRouterKnowOnlyTheLanguage() {
        noClasses()
                .that()
                .resideInAnyPackage("io.axiom.cli..", "io.axiom.router..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.axiom.runtime..", "io.axiom.eventstore..", "io.axiom.gateway..", "org.springframework..")
                .check(classes);
    }

    @Test
    void packagesOfAServiceHaveNoCycles() {
        slices().matching("io.axiom.(version|deployment|gateway|router|cli).(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
