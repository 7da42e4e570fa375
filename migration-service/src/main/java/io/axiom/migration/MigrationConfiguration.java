package io.axiom.migration;

import io.axiom.language.Command;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.json.Json;
import io.axiom.language.migration.DatabaseCommand;
import io.axiom.language.migration.DatabaseCommand.BaselineDatabase;
import io.axiom.language.migration.DatabaseCommand.ChangeDatabase;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.DatabaseCommand.RegisterDatabase;
import io.axiom.language.migration.DatabaseCommand.RepairMigration;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.DatabaseCommand.UnstickMigrations;
import io.axiom.migration.plan.ContentStore;
import io.axiom.migration.plan.MigrationPlanner;
import io.axiom.migration.plan.Preparations;
import io.axiom.migration.plan.RollbackPlanner;
import io.axiom.migration.plan.Sources;
import io.axiom.migration.plan.Targets;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.registry.DatabaseDecider;
import io.axiom.migration.registry.DatabaseInput;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitSettings;
import io.axiom.runtime.log.History;
import io.axiom.runtime.secret.SecretReferences;
import io.axiom.runtime.web.BodyLimit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the migration context is made of. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
    private static final String OTHER_WAYS =
            "Send less at once. Migrations that are larger are read here: give source.git, or"
                    + " source.directory, instead of source.files.";

    @Bean
    BoundedContext migrationContext(Preparations preparations) {
        return new BoundedContext(
                Contexts.MIGRATION,
                List.of(DatabaseCommand.class),
                List.of(new DatabaseDecider()),
                preparations.byType(),
                MigrationConfiguration::requiredRole);
    }

    /** Looks the history up when it is used: that needs the context first. */
    @Bean
    CurrentDatabases currentDatabases(ObjectProvider<History> history) {
        return new CurrentDatabases(history::getObject);
    }

    @Bean
    Targets targets() {
        return new Targets(new SecretReferences(System.getenv()));
    }

    /** Looks the database up when it is used: that needs the context first. */
    @Bean
    ContentStore contentStore(ObjectProvider<JdbcClient> jdbc) {
        return new ContentStore(jdbc::getObject);
    }

    /** Its mirrors are not version-service's, which hold no files; and no two programs share them. */
    @Bean
    GitRepositories gitRepositories(Environment environment) {
        return new GitRepositories(GitSettings.of(environment, "git-files", GitSettings.Content.FILES));
    }

    @Bean
    Preparations preparations(
            CurrentDatabases databases, GitRepositories repositories, Targets targets, ContentStore contents) {
        Sources sources = new Sources(repositories);
        return new Preparations(
                databases,
                sources,
                new MigrationPlanner(sources, targets, contents),
                new RollbackPlanner(targets, contents),
                targets);
    }

    @Bean
    BodyLimit databaseBodies() {
        return new BodyLimit("/api/databases/**", Json.MAX_DOCUMENT, OTHER_WAYS);
    }

    /** For when Kafka is down. */
    @Bean
    BodyLimit commandBodies() {
        return new BodyLimit("/api/commands/**", Json.MAX_DOCUMENT, OTHER_WAYS);
    }

    @Bean
    BodyLimit migrationBodies() {
        return new BodyLimit("/api/migrations/**", Json.MAX_DOCUMENT);
    }

    private static Role requiredRole(Command command) {
        return switch (command) {
            case RegisterDatabase _, ChangeDatabase _ -> Role.ADMIN;
            case Migrate migrate -> Boolean.TRUE.equals(migrate.force()) ? Role.APPROVER : Role.OPERATOR;
            case RollBackMigrations back -> Boolean.TRUE.equals(back.force()) ? Role.APPROVER : Role.OPERATOR;
            case BaselineDatabase _, RepairMigration _, UnstickMigrations _ -> Role.OPERATOR;
            case DatabaseInput _ -> Role.SERVICE;
            default -> Role.OPERATOR;
        };
    }
}
