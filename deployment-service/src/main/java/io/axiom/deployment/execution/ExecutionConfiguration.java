package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.schema.SchemaChanges;
import io.axiom.deployment.target.ProcessTarget;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that act on the world. */
@Configuration(proxyBeanMethods = false)
public class ExecutionConfiguration {

    @Bean
    ProcessTarget processTarget(
            @Value("${axiom.home:${user.home}/.axiom}") String home,
            @Value("${axiom.instance-host:127.0.0.1}") String instanceHost)
            throws IOException {
        return new ProcessTarget(Path.of(home).resolve("instances"), System.getenv(), instanceHost);
    }

    @Bean
    KnownRollouts knownRollouts(JdbcClient jdbc) {
        return new JdbcKnownRollouts(jdbc);
    }

    @Bean
    StepRunner stepRunner(
            Commands commands,
            History history,
            KnownRollouts known,
            ProcessTarget target,
            SchemaChanges schemas,
            ObjectProvider<Defaults> defaults,
            @Value("${axiom.router.token:}") String routerToken) {
        return new StepRunner(
                new RolloutDecider(),
                commands,
                history,
                known,
                target,
                schemas,
                defaults.getIfAvailable(() -> Defaults.STANDARD),
                routerToken,
                Clock.systemUTC());
    }
}
