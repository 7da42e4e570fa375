package io.axiom.version.surface.jsonschema.rule;

import io.axiom.version.surface.jsonschema.logic.Conjunction;

/** Two schemas compared; swapped when, as under {@code not}, those now are asked to be among those before. */
record Pair(Conjunction before, Conjunction now, boolean swapped) {

    /** Whether it can be met again; what no reference leads to stands in one place. */
    boolean isViaReference() {
        return before.isViaReference() || now.isViaReference();
    }
}
