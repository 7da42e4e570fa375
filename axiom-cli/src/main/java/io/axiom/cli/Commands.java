package io.axiom.cli;

import io.axiom.cli.access.TokenCommand;
import io.axiom.cli.audit.AuditCommand;
import io.axiom.cli.deployment.Abort;
import io.axiom.cli.deployment.Deploy;
import io.axiom.cli.deployment.DeploymentCommand;
import io.axiom.cli.deployment.Pause;
import io.axiom.cli.deployment.Promote;
import io.axiom.cli.deployment.Resume;
import io.axiom.cli.deployment.Retry;
import io.axiom.cli.environment.EnvironmentCommand;
import io.axiom.cli.migration.DatabaseCommand;
import io.axiom.cli.migration.MigrationCommand;
import io.axiom.cli.platform.Demo;
import io.axiom.cli.platform.Down;
import io.axiom.cli.platform.Status;
import io.axiom.cli.platform.Up;
import io.axiom.cli.reference.Completion;
import io.axiom.cli.registry.ComponentCommand;
import io.axiom.cli.registry.ResolveConflicts;
import io.axiom.cli.registry.VersionCommand;
import io.axiom.cli.rollback.EmergencyRollback;
import io.axiom.cli.rollback.Rollback;
import io.axiom.cli.rollback.RollbackPointCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What can follow {@code axiom}, in the order help shows it. */
final class Commands {
    static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("up", Up::new);
        ALL.put("down", Down::new);
        ALL.put("status", Status::new);
        ALL.put("demo", Demo::new);
        ALL.put("component", ComponentCommand::new);
        ALL.put("version", VersionCommand::new);
        ALL.put("resolve-conflicts", ResolveConflicts::new);
        ALL.put("environment", EnvironmentCommand::new);
        ALL.put("deploy", Deploy::new);
        ALL.put("deployment", DeploymentCommand::new);
        ALL.put("promote", Promote::new);
        ALL.put("pause", Pause::new);
        ALL.put("resume", Resume::new);
        ALL.put("abort", Abort::new);
        ALL.put("retry", Retry::new);
        ALL.put("rollback", Rollback::new);
        ALL.put("emergency-rollback", EmergencyRollback::new);
        ALL.put("rollback-point", RollbackPointCommand::new);
        ALL.put("database", DatabaseCommand::new);
        ALL.put("migration", MigrationCommand::new);
        ALL.put("audit", AuditCommand::new);
        ALL.put("token", TokenCommand::new);
        ALL.put("completion", Completion::new);
    }

    private Commands() {}
}
