/** Tells whether instances work: checks over HTTP and TCP, of the process, by a command; verdicts by thresholds. */
@NullMarked
package io.axiom.deployment.health;

import org.jspecify.annotations.NullMarked;
