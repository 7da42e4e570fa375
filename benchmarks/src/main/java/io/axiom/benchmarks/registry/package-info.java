/** The version registry: resolving dependencies, the compatibility matrix. */
@NullMarked
package io.axiom.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
