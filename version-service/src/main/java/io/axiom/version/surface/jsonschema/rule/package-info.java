/** Whether every instance of one schema is an instance of another, rule by rule, and what to say where it is not. */
@NullMarked
package io.axiom.version.surface.jsonschema.rule;

import org.jspecify.annotations.NullMarked;
