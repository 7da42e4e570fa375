/** The {@code axiom} command. */
@NullMarked
package io.axiom.cli;

import org.jspecify.annotations.NullMarked;
