/** Secrets by reference: what is stored and shown is where they are, not what they are. */
@NullMarked
package io.axiom.runtime.secret;

import org.jspecify.annotations.NullMarked;
