package io.axiom.runtime.counter;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Reply;
import io.axiom.runtime.command.Commands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One running instance of the counter service. */
public final class CounterService implements AutoCloseable {
    private final ConfigurableApplicationContext spring;

    private CounterService(ConfigurableApplicationContext spring) {
        this.spring = spring;
    }

    /** Without Kafka. */
    public static CounterService start(String databaseUrl, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "axiom.database.url=" + databaseUrl,
                "axiom.database.pool-size=8",
                "logging.level.root=warn",
                "logging.level.io.axiom=info"));
        all.addAll(List.of(properties));
        return new CounterService(new SpringApplicationBuilder(CounterApplication.class)
                .properties(all.toArray(String[]::new))
                .run());
    }

    public static CounterService start() {
        return start(TestInfrastructure.freshDatabase());
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    public String url() {
        return "http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port");
    }

    public Reply send(Command command) {
        return send(UUID.randomUUID().toString(), command);
    }

    public Reply send(String id, Command command) {
        return bean(Commands.class)
                .send(command, CommandContext.of(id, Actor.LOCAL, Instant.now()))
                .join();
    }

    @Override
    public void close() {
        spring.close();
    }
}
