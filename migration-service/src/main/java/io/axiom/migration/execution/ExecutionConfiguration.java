package io.axiom.migration.execution;

import io.axiom.migration.plan.ContentStore;
import io.axiom.migration.plan.Targets;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.run.RunOptions;
import io.axiom.runtime.command.Commands;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that act on target databases. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
    /** Whoever takes over waits for the lease of who died. */
    private static final RunOptions OPTIONS = RunOptions.DEFAULT
            .withLease(Duration.ofSeconds(15), Duration.ofSeconds(3))
            .withLeaseWait(Duration.ofSeconds(20));

    @Bean
    MigrationRuns migrationRuns(
            CurrentDatabases databases,
            Targets targets,
            ContentStore contents,
            Commands commands,
            Clock clock,
            JdbcClient jdbc) {
        RunExecution execution =
                new RunExecution(databases, targets, new Tasks(contents), commands, clock, OPTIONS, self());
        return new MigrationRuns(databases, targets, execution, new OpenRuns(jdbc));
    }

    @Bean
    Rehearsals rehearsals(CurrentDatabases databases, Targets targets, ContentStore contents) {
        return new Rehearsals(databases, targets, new Tasks(contents));
    }

    private static String self() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return "migration-service on " + host + ", process "
                + ProcessHandle.current().pid();
    }
}
