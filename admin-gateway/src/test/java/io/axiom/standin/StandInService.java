package io.axiom.standin;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Contexts;
import io.axiom.language.PublishedLanguage;
import io.axiom.language.Role;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.log.History;
import io.axiom.runtime.web.BodyLimit;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * A service of the gateway's neighbourhood: real log, Kafka and HTTP from service-runtime, with as few decisions as the
 * gateway's own tests need. The gateway never depends on the real services.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class StandInService {

    @Bean
    BoundedContext boundedContext(Environment environment) {
        String context = environment.getRequiredProperty("test.context");
        return new BoundedContext(
                context,
                PublishedLanguage.commands(context),
                context.equals(Contexts.VERSION)
                        ? List.of(new StandInComponent())
                        : List.of(new StandInRollout(), new StandInEnvironment()),
                Map.of(),
                _ -> Role.OPERATOR);
    }

    @Bean
    StandInAnswers answers(Environment environment, History history) {
        return new StandInAnswers(environment.getRequiredProperty("test.context"), history);
    }

    @Bean
    BodyLimit surfaceUploads() {
        return new BodyLimit("/api/versioning/surfaces", 20 * 1024 * 1024);
    }

    /** Starts one; {@code kafka} may be empty. */
    public static ConfigurableApplicationContext start(String context, String kafka, String... more) {
        List<String> properties = new java.util.ArrayList<>(List.of(
                "test.context=" + context,
                "server.port=0",
                "axiom.database.url=" + TestInfrastructure.freshDatabase(),
                "axiom.database.pool-size=5",
                "axiom.kafka.bootstrap-servers=" + kafka,
                "axiom.signing.key-id=axiom",
                "axiom.signing.token=axm_test-service-token-0123456789",
                "logging.level.root=warn"));
        properties.addAll(List.of(more));
        return new SpringApplicationBuilder(StandInService.class)
                .registerShutdownHook(false)
                .properties(properties.toArray(String[]::new))
                .run();
    }
}
