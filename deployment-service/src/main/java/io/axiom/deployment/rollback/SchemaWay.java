package io.axiom.deployment.rollback;

import io.axiom.deployment.schema.KnownSchemas;
import io.axiom.deployment.schema.KnownSchemas.Applied;
import io.axiom.deployment.schema.SchemaUsers;
import io.axiom.language.Texts;
import io.axiom.language.deployment.RollbackPlan.Grade;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.language.migration.WayBackGrade;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Accounts from what is known here of databases: which edges are gone back, which are not and why, what is lost. */
@Component
final class SchemaWay implements SchemaAccounts {
    private final KnownSchemas schemas;
    private final SchemaUsers users;

    SchemaWay(KnownSchemas schemas, SchemaUsers users) {
        this.schemas = schemas;
        this.users = users;
    }

    @Override
    public Account of(String environment, Set<String> goingBack, List<Step> plan) {
        Account account = Account.NOTHING;
        for (Step step : plan) {
            if (step instanceof Step.RollBackMigrations back) {
                account = account.and(of(environment, goingBack, back));
            }
        }
        return account;
    }

    private Account of(String environment, Set<String> goingBack, Step.RollBackMigrations step) {
        List<Applied> going = schemas.appliedBy(step.database(), step.runs());
        if (going.isEmpty()) {
            return Account.NOTHING;
        }
        Optional<String> reason = staysBecause(environment, goingBack, step, going);
        if (reason.isPresent()) {
            return new Account(
                    Grade.LOSSLESS,
                    List.of(step.database() + " stays as it is"),
                    List.of(step.database() + " stays at " + name(going.getFirst()) + ": " + reason.get()
                            + " The release put back runs on it, as it did while the other was brought out."));
        }
        WayBackGrade worst = worst(going);
        List<String> warnings = worst == WayBackGrade.LOSSLESS
                ? List.of()
                : List.of(step.database() + ": " + edges(going) + " What is lost does not come back.");
        return new Account(
                Grade.valueOf(worst.name()), List.of("take back " + names(going) + " of " + step.database()), warnings);
    }

    private Optional<String> staysBecause(
            String environment, Set<String> goingBack, Step.RollBackMigrations step, List<Applied> going) {
        List<Applied> applied = schemas.applied(step.database());
        Set<String> ours =
                new HashSet<>(going.stream().map(Applied::migrationId).toList());
        Applied newest = applied.getFirst();
        if (!ours.contains(newest.migrationId())) {
            return Optional.of(name(newest) + " was applied since by someone else, and may rest on it.");
        }
        Optional<String> user = users.needing(environment, goingBack, step.database(), going);
        if (user.isPresent()) {
            return Optional.of(user.get() + '.');
        }
        return worst(going).compareTo(step.accepted()) > 0
                ? Optional.of(edges(going) + " To take it back all the same: --schema "
                        + SchemaRollback.valueOf(worst(going).name()).word() + '.')
                : Optional.empty();
    }

    /** The edges that lose something, with the reason, the newest first. */
    private static String edges(List<Applied> going) {
        return going.stream()
                .filter(migration -> migration.wayBack() != WayBackGrade.LOSSLESS)
                .map(migration -> "the way back of " + name(migration) + ' '
                        + words(migration)
                        + (migration.reasons().isEmpty() ? "" : " (" + Texts.shorten(migration.reasons(), 300) + ')')
                        + '.')
                .collect(Collectors.joining(" "));
    }

    private static String words(Applied migration) {
        if (!migration.proven()) {
            return "is not proven";
        }
        return migration.grade() == WayBackGrade.IRREVERSIBLE
                ? "is irreversible"
                : migration.grade().words();
    }

    private static WayBackGrade worst(List<Applied> going) {
        return going.stream().map(Applied::wayBack).reduce(WayBackGrade.LOSSLESS, WayBackGrade::worse);
    }

    private static String names(List<Applied> going) {
        return going.stream().map(SchemaWay::name).collect(Collectors.joining(", "));
    }

    private static String name(Applied migration) {
        return migration.version() == null ? migration.migrationId() : migration.version();
    }
}
