/** OpenAPI text as a tree: read within limits, references resolved inside the document only. */
@NullMarked
package io.axiom.version.surface.openapi.document;

import org.jspecify.annotations.NullMarked;
