/** JSON Schemas (draft 4 to 2020-12) as surfaces. */
@NullMarked
package io.axiom.version.surface.jsonschema;

import org.jspecify.annotations.NullMarked;
