package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.schema.SchemaChanges;
import io.axiom.deployment.target.ProcessTarget;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * What every rollout's execution works with.
 *
 * @param schemas databases of releases
 * @param head the log's last position
 */
record Effects(
        ProcessTarget target,
        Routers routers,
        EnvironmentSettings environments,
        Reports reports,
        SchemaChanges schemas,
        Defaults defaults,
        ScheduledExecutorService timer,
        LongSupplier head,
        Clock clock) {}
