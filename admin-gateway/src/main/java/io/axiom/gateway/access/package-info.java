/** API tokens: the gateway's own aggregate, the first token, and the routes that issue and revoke. */
@NullMarked
package io.axiom.gateway.access;

import org.jspecify.annotations.NullMarked;
