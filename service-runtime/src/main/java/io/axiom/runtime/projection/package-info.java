/** Tables kept up to date from events, exactly once. */
@NullMarked
package io.axiom.runtime.projection;

import org.jspecify.annotations.NullMarked;
