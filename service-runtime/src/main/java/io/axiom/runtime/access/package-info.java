/** Who is calling: API tokens over HTTP, signatures on Kafka. */
@NullMarked
package io.axiom.runtime.access;

import org.jspecify.annotations.NullMarked;
