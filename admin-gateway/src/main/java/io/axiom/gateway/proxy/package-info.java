/** Questions passed on to the services that can answer them. */
@NullMarked
package io.axiom.gateway.proxy;

import org.jspecify.annotations.NullMarked;
