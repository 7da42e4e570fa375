package io.axiom.gateway.access;

import io.axiom.gateway.command.Dispatch;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.access.AccessCommand;
import io.axiom.runtime.access.SigningKey;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.boot.AxiomProperties;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gateway's own bounded context: API tokens. */
@Configuration(proxyBeanMethods = false)
class AccessContext {

    @Bean
    BoundedContext boundedContext() {
        return new BoundedContext(
                Contexts.ACCESS, List.of(AccessCommand.class), List.of(new TokenDecider()), Map.of(), _ -> Role.ADMIN);
    }

    @Bean
    TokenProjection tokenProjection(JdbcClient jdbc) {
        return new TokenProjection(jdbc);
    }

    @Bean
    TokenRoutes tokenRoutes(
            Commands commands,
            Dispatch dispatch,
            TokenProjection tokens,
            AxiomProperties properties,
            @Value("${axiom.home:${user.home}/.axiom}") String home) {
        SigningKey key = properties.signing().key();
        String secret = key.configured() ? key.token() : SecretFile.ensure(Path.of(home, "service-token"));
        return new TokenRoutes(commands, dispatch, tokens, secret);
    }

    /** Before the web server starts, so that whoever waits for it finds the token. */
    @Bean
    SmartLifecycle firstToken(
            Commands commands, History history, Clock clock, @Value("${axiom.home:${user.home}/.axiom}") String home) {
        return new FirstTokenAtStart(new FirstToken(commands, history, Path.of(home), clock));
    }

    private static final class FirstTokenAtStart implements SmartLifecycle {
        private final FirstToken first;
        private volatile boolean running;

        FirstTokenAtStart(FirstToken first) {
            this.first = first;
        }

        @Override
        public void start() {
            first.ensure();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}
