package io.axiom.version.surface.jsonschema.rule;

import io.axiom.version.surface.jsonschema.logic.Conjunction;

/** One thing a schema can demand: finds where the schema now demands of it what the schema before did not promise. */
interface Rule {
    void apply(Comparison in, Conjunction before, Conjunction now);
}
