/** Effects on the world and commands that follow from events. */
@NullMarked
package io.axiom.runtime.reaction;

import org.jspecify.annotations.NullMarked;
