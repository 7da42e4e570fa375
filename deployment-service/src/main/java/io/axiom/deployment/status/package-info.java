/** What deployments and environments look like from outside: projections and the routes that read them. */
@NullMarked
package io.axiom.deployment.status;

import org.jspecify.annotations.NullMarked;
