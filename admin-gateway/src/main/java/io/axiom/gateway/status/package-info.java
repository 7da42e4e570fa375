/** The platform's own state in one call. */
@NullMarked
package io.axiom.gateway.status;

import org.jspecify.annotations.NullMarked;
