/** Refusals as RFC 9457 problems over HTTP. */
@NullMarked
package io.axiom.router.problem;

import org.jspecify.annotations.NullMarked;
