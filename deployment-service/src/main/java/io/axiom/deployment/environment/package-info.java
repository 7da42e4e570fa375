/** Environments: where components run, their defaults, their rollback points, and going back as a whole. */
@NullMarked
package io.axiom.deployment.environment;

import org.jspecify.annotations.NullMarked;
