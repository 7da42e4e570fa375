/** What the router knows of its routes, and who answers the next request. */
@NullMarked
package io.axiom.router.routing;

import org.jspecify.annotations.NullMarked;
