/** JSON Schema documents: read, limited, their references resolved within themselves. */
@NullMarked
package io.axiom.version.surface.jsonschema.document;

import org.jspecify.annotations.NullMarked;
