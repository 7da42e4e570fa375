/** Agents to deploy: small processes that serve, and fail in every way a deployment must notice. */
@NullMarked
package io.axiom.samples;

import org.jspecify.annotations.NullMarked;
