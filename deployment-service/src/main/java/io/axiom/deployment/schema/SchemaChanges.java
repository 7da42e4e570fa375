package io.axiom.deployment.schema;

import io.axiom.language.CommandContext;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Step;
import io.axiom.language.migration.SchemaLevel;

/** Has databases migrated and taken back. Each call waits until it is done; asking again with the same command does nothing twice. */
public interface SchemaChanges {

    /** How it ended. */
    sealed interface Outcome {}

    /** @param detail what was done, in words, for the step's line */
    record Done(String detail) implements Outcome {}

    record Failed(Cause cause) implements Outcome {}

    /**
     * For whom.
     *
     * @param reason kept with the run, and shown
     */
    record By(String environment, String component, String reason) {}

    /**
     * Brings a database to what a release needs.
     *
     * @param database its id
     * @param known takes the word of what is known here that it has it already, so that a way back needs nobody else
     */
    Outcome migrate(By by, String database, SchemaLevel need, boolean known, CommandContext context)
            throws InterruptedException;

    /** Takes back what runs applied; where that is worse than the step accepts, or others rest on it, it stays: that is done too. */
    Outcome rollBack(By by, Step.RollBackMigrations step, CommandContext context) throws InterruptedException;
}
