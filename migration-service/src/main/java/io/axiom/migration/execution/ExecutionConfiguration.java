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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that act on target databases. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
    @Bean
    MigrationRuns migrationRuns(
            CurrentDatabases databases,
            Targets targets,
            ContentStore contents,
            Commands commands,
            Clock clock,
            JdbcClient jdbc,
            @Value("${axiom.migration.lease:15s}") Duration lease) {
        RunExecution execution =
                new RunExecution(databases, targets, new Tasks(contents), commands, clock, options(lease), self());
        return new MigrationRuns(databases, targets, execution, new OpenRuns(jdbc));
    }

    @Bean
    Rehearsals rehearsals(CurrentDatabases databases, Targets targets, ContentStore contents) {
        return new Rehearsals(databases, targets, new Tasks(contents));
    }

    /** Whoever takes over waits for the lease of who died. */
    private static RunOptions options(Duration lease) {
        return RunOptions.DEFAULT.withLease(lease, lease.dividedBy(5)).withLeaseWait(lease.plusSeconds(5));
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
