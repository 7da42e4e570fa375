package io.axiom.deployment.rollback;

import io.axiom.deployment.rollback.RollbackPlanner.Moment;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals a plan: SHA-256 over its JSON without the hash. Record fields are written in the order they are declared and map keys
 * sorted, so equal plans have equal bytes.
 */
final class PlanHash {
    private PlanHash() {}

    static RollbackPlan sealed(
            String environment,
            String to,
            Moment moment,
            List<RollbackPlan.Change> changes,
            List<String> warnings,
            @Nullable SchemaRollback schema) {
        RollbackPlan open = new RollbackPlan(
                environment,
                to,
                moment.position(),
                moment.at(),
                List.copyOf(changes),
                List.copyOf(warnings),
                schema,
                "");
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Json.mapper().writeValueAsBytes(open));
            return new RollbackPlan(
                    environment,
                    to,
                    moment.position(),
                    moment.at(),
                    open.changes(),
                    open.warnings(),
                    schema,
                    HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
