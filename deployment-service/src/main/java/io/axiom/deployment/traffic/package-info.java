/** Talks to the router: sets routes, reads its reports several times a second, and judges a release by its traffic. */
@NullMarked
package io.axiom.deployment.traffic;

import org.jspecify.annotations.NullMarked;
