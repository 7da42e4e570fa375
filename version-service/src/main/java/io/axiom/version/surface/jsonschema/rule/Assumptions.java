package io.axiom.version.surface.jsonschema.rule;

/**
 * What is known of the instances beyond their schema.
 *
 * @param onlyDeclaredProperties instances never carry a property their schema does not declare, so a new one collides with
 *     nothing
 * @param propertiesAreKept readers count on every property ever declared, so none may go away
 */
public record Assumptions(boolean onlyDeclaredProperties, boolean propertiesAreKept) {
    /** Instances come from anyone, and validity is all that counts. */
    public static final Assumptions VALIDITY = new Assumptions(false, false);

    /** Instances are events: written by their owner alone, kept and read for ever. */
    public static final Assumptions EVENTS = new Assumptions(true, true);
}
