/** Lock-free counters of what happened to requests, and the report made of them. */
@NullMarked
package io.axiom.router.traffic;

import org.jspecify.annotations.NullMarked;
