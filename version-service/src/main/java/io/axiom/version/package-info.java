/** The version registry as a service. */
@NullMarked
package io.axiom.version;

import org.jspecify.annotations.NullMarked;
