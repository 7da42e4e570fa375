/** What deployment-service tells the router and what the router reports. */
@NullMarked
package io.axiom.language.routing;

import org.jspecify.annotations.NullMarked;
