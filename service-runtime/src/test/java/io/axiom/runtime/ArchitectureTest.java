package io.axiom.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.axiom.runtime.aggregate.Decider;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.axiom");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.axiom");

    @Test
    void nothingButEvolveChangesAnAggregatesState() {
        Set<JavaFieldAccess> writes =
                MAIN.get("io.axiom.runtime.aggregate.DeciderAggregate").getField("state").getAccessesToSelf().stream()
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .collect(Collectors.toSet());
        assertThat(writes).extracting(access -> access.getOrigin().getName()).containsExactlyInAnyOrder("<init>", "on");
        assertThat(MAIN.get("io.axiom.runtime.aggregate.DeciderAggregate")
                        .getMethod("on", io.axiom.language.Event.class)
                        .getMethodCallsFromSelf())
                .extracting(call -> call.getTarget().getName())
                .containsExactly("evolve");
    }

    @Test
    void decidersReadNoClockMakeNoIdsAndKnowNoFramework() {
        noClasses()
                .that(assignableTo(Decider.class))
                .and()
                .areNotInterfaces()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "java.io..",
                        "java.net..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, java.util.UUID.class, java.util.Random.class, System.class, Thread.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(ALL);
        fields().that()
                .areDeclaredInClassesThat(assignableTo(Decider.class))
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void messagesAndStatesAreRecords() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.axiom.language..")
                .should()
                .beFinal()
                .check(MAIN);
    }

    @Test
    void thePublishedLanguageKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.axiom.language..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "org.apache.kafka..",
                        "io.axiom.runtime..",
                        "io.axiom.eventstore..")
                .check(MAIN);
    }

    @Test
    void theRuntimeKnowsNoServiceAndTheLogNoRuntime() {
        noClasses()
                .that()
                .resideInAPackage("io.axiom.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.axiom.version..",
                        "io.axiom.deployment..",
                        "io.axiom.gateway..",
                        "io.axiom.router..",
                        "io.axiom.cli..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("io.axiom.eventstore..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.axiom.runtime..", "org.springframework..")
                .check(MAIN);
    }
}
