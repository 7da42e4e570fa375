/** The component as an aggregate: which versions it has had, and which may come next. */
@NullMarked
package io.axiom.version.component;

import org.jspecify.annotations.NullMarked;
