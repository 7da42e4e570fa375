/** Routes of components and versions. */
@NullMarked
package io.axiom.gateway.registry;

import org.jspecify.annotations.NullMarked;
