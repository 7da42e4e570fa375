/** Bodies of REST requests about deployments and environments, and the commands they stand for. */
@NullMarked
package io.axiom.language.deployment.request;

import org.jspecify.annotations.NullMarked;
