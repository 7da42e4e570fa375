/** Sending commands to this service's own aggregates. */
@NullMarked
package io.axiom.runtime.command;

import org.jspecify.annotations.NullMarked;
