/** The table of all routes: what is served, what it needs, how it is documented. */
@NullMarked
package io.axiom.gateway.route;

import org.jspecify.annotations.NullMarked;
