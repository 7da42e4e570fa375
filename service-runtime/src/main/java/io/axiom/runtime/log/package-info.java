/** Reading the log: positions, streams, state as of a position. */
@NullMarked
package io.axiom.runtime.log;

import org.jspecify.annotations.NullMarked;
