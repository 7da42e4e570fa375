/** What the router costs. */
@NullMarked
package io.axiom.benchmarks.router;

import org.jspecify.annotations.NullMarked;
