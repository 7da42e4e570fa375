/** The rules: their ids, what each means for clients, and the report that collects what they find. */
@NullMarked
package io.axiom.version.surface.openapi.rule;

import org.jspecify.annotations.NullMarked;
