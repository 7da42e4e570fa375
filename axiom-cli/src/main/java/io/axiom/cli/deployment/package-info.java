/** Deploying, watching and steering deployments. */
@NullMarked
package io.axiom.cli.deployment;

import org.jspecify.annotations.NullMarked;
