/** Databases and their migrations over REST. */
@NullMarked
package io.axiom.gateway.migration;

import org.jspecify.annotations.NullMarked;
