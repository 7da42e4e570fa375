package io.axiom.deployment;

import io.axiom.deployment.catalog.DeploymentPreparation;
import io.axiom.deployment.catalog.KnownVersions;
import io.axiom.deployment.environment.EnvironmentDecider;
import io.axiom.deployment.environment.EnvironmentInput;
import io.axiom.deployment.rollback.RollbackPlanner;
import io.axiom.deployment.rollback.RollbackPreparations;
import io.axiom.deployment.rollback.SchemaAccounts;
import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.OpenRollouts;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.schema.KnownSchemas;
import io.axiom.language.Command;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.deployment.EnvironmentCommand;
import io.axiom.language.deployment.EnvironmentCommand.ChangePolicy;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.EnvironmentCommand.CreateRollbackPoint;
import io.axiom.language.deployment.EnvironmentCommand.DeleteRollbackPoint;
import io.axiom.language.deployment.EnvironmentCommand.EmergencyRollback;
import io.axiom.language.deployment.EnvironmentCommand.RollBackEnvironment;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutCommand.AbortDeployment;
import io.axiom.language.deployment.RolloutCommand.ApproveDeployment;
import io.axiom.language.deployment.RolloutCommand.PauseDeployment;
import io.axiom.language.deployment.RolloutCommand.PromoteDeployment;
import io.axiom.language.deployment.RolloutCommand.ReportHealth;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.RolloutCommand.ResumeDeployment;
import io.axiom.language.deployment.RolloutCommand.RetryDeployment;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.aggregate.Preparation;
import io.axiom.runtime.log.History;
import io.axiom.runtime.projection.Positions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the deployment context is made of. */
@Configuration(proxyBeanMethods = false)
class DeploymentContext {

    @Bean
    Defaults deploymentDefaults(Environment settings) {
        return InstallationSettings.defaults(settings);
    }

    @Bean
    RollbackPlanner rollbackPlanner(History history, OpenRollouts rollouts, SchemaAccounts schemas) {
        return new RollbackPlanner(history, rollouts::components, schemas);
    }

    /** Takes what looks things up late: those need the log, which needs to know this context's events. */
    @Bean
    BoundedContext deploymentBoundedContext(
            ObjectProvider<History> history,
            ObjectProvider<KnownVersions> versions,
            ObjectProvider<KnownSchemas> schemas,
            ObjectProvider<Positions> positions,
            ObjectProvider<RollbackPreparations> rollbacks,
            Defaults defaults,
            Environment settings) {
        Preparations preparations = new Preparations();
        for (Class<? extends RolloutCommand> type : List.of(
                PromoteDeployment.class,
                PauseDeployment.class,
                ResumeDeployment.class,
                AbortDeployment.class,
                RetryDeployment.class,
                ApproveDeployment.class,
                RequestRollback.class,
                ReportHealth.class)) {
            preparations.put(type, (command, _) -> new RolloutInput.Asked(command));
        }
        for (Class<? extends EnvironmentCommand> type : List.of(ChangePolicy.class, DeleteRollbackPoint.class)) {
            preparations.put(type, (command, _) -> new EnvironmentInput.Asked(command));
        }
        preparations.put(
                StartDeployment.class,
                (command, context) -> new DeploymentPreparation(
                                history.getObject(),
                                versions.getObject(),
                                schemas.getObject(),
                                positions.getObject(),
                                defaults)
                        .prepare(command, context));
        preparations.put(
                CreateEnvironment.class,
                (command, _) -> new EnvironmentInput.Asked(InstallationSettings.withRouter(command, settings)));
        preparations.put(
                CreateRollbackPoint.class, (command, _) -> rollbacks.getObject().point(command));
        preparations.put(
                RollBackEnvironment.class, (command, _) -> rollbacks.getObject().rollBack(command));
        preparations.put(
                EmergencyRollback.class, (command, _) -> rollbacks.getObject().emergency(command));
        return new BoundedContext(
                Contexts.DEPLOYMENT,
                List.of(RolloutCommand.class, EnvironmentCommand.class),
                List.of(new RolloutDecider(), new EnvironmentDecider()),
                Map.copyOf(preparations.byType),
                DeploymentContext::requiredRole);
    }

    /** Keeps each preparation with the type it is for. */
    private static final class Preparations {
        private final Map<Class<? extends Command>, Preparation<?>> byType = new HashMap<>();

        <C extends Command> void put(Class<C> type, Preparation<C> preparation) {
            byType.put(type, preparation);
        }
    }

    /** Data that does not come back is given up by an approver, here as in migration-service. */
    private static Role destroys(@Nullable SchemaRollback schema) {
        return schema == SchemaRollback.IRREVERSIBLE ? Role.APPROVER : Role.OPERATOR;
    }

    static Role requiredRole(Command command) {
        return switch (command) {
            case RolloutInput _, EnvironmentInput _ -> Role.SERVICE;
            case CreateEnvironment _, ChangePolicy _ -> Role.ADMIN;
            case ApproveDeployment _ -> Role.APPROVER;
            case RequestRollback rollback -> destroys(rollback.schema());
            case RollBackEnvironment rollback -> destroys(rollback.schema());
            default -> Role.OPERATOR;
        };
    }
}
