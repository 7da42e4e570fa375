/** What schemas say, apart from how they are written: conjunctions, types, bounds, shapes, satisfiability. */
@NullMarked
package io.axiom.version.surface.jsonschema.logic;

import org.jspecify.annotations.NullMarked;
