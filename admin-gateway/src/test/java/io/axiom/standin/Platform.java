package io.axiom.standin;

import io.axiom.gateway.GatewayApplication;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Contexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A real gateway on real PostgreSQL and Kafka, with stand-ins for the services behind it. */
public final class Platform {
    private static Platform shared;

    private final ConfigurableApplicationContext version;
    private final ConfigurableApplicationContext deployment;
    private final ConfigurableApplicationContext gateway;
    private final Path home;

    private Platform() {
        String kafka = TestInfrastructure.kafka().bootstrapServers();
        version = StandInService.start(Contexts.VERSION, kafka);
        deployment = StandInService.start(Contexts.DEPLOYMENT, kafka);
        home = freshHome();
        gateway = gateway(
                home,
                TestInfrastructure.freshDatabase(),
                "axiom.kafka.bootstrap-servers=" + kafka,
                "axiom.service-url.version=" + url(version),
                "axiom.service-url.deployment=" + url(deployment));
    }

    /** One for all tests of this JVM. */
    public static synchronized Platform shared() {
        Platform running = shared;
        if (running == null) {
            running = new Platform();
            shared = running;
        }
        return running;
    }

    public static ConfigurableApplicationContext gateway(Path home, String database, String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "server.port=0",
                "axiom.home=" + home,
                "axiom.database.url=" + database,
                "axiom.database.pool-size=8",
                "axiom.router.admin-url=http://127.0.0.1:1",
                "axiom.signing.key-id=axiom",
                "axiom.signing.token=axm_test-service-token-0123456789",
                "logging.level.root=warn"));
        properties.addAll(List.of(more));
        return new SpringApplicationBuilder(GatewayApplication.class)
                // Left to die with the JVM: closing would wait for a Kafka whose own hook runs at the same time.
                .registerShutdownHook(false)
                .properties(properties.toArray(String[]::new))
                .run();
    }

    public static Path freshHome() {
        try {
            return Files.createTempDirectory("axiom-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Rest rest() {
        return new Rest(url(gateway));
    }

    public <T> T bean(Class<T> type) {
        return gateway.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return gateway.getBean(name, type);
    }

    public Path home() {
        return home;
    }

    public String deploymentUrl() {
        return url(deployment);
    }

    public String versionUrl() {
        return url(version);
    }

    public static String url(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }
}
