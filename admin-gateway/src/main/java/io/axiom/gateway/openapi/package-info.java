/** The OpenAPI 3.1 document, made from the table of routes and the published records. */
@NullMarked
package io.axiom.gateway.openapi;

import org.jspecify.annotations.NullMarked;
