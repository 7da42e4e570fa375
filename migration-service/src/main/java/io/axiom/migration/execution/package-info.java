/** Does what runs decide, and tells the log what became of it. */
@NullMarked
package io.axiom.migration.execution;

import org.jspecify.annotations.NullMarked;
