/** Environments and their policies. */
@NullMarked
package io.axiom.cli.environment;

import org.jspecify.annotations.NullMarked;
