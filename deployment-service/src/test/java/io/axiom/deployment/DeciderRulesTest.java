package io.axiom.deployment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.axiom.runtime.aggregate.Decider;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deciders are pure: the same log gives the same state, on every machine and on every day. */
class DeciderRulesTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.axiom.deployment");

    @Test
    void decidersReadNoClockMakeNoIdsAndTouchNothingOutside() {
        noClasses()
                .that(assignableTo(Decider.class))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "org.apache.kafka..",
                        "org.slf4j..",
                        "java.sql..",
                        "java.net..",
                        "java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, UUID.class, Random.class, System.class, Thread.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .check(SERVICE);
    }

    @Test
    void statesAreRecordsSoThatOnlyEvolveMakesNewOnes() {
        classes()
                .that()
                .haveSimpleNameEndingWith("State")
                .and()
                .areNotInterfaces()
                .and()
                .areTopLevelClasses()
                .should()
                .beRecords()
                .allowEmptyShould(true)
                .check(SERVICE);
    }
}
