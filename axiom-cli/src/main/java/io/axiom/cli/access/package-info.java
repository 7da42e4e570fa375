/** API tokens. */
@NullMarked
package io.axiom.cli.access;

import org.jspecify.annotations.NullMarked;
