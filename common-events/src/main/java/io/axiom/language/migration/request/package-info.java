/** Bodies of the requests that migration-service and the gateway take over REST. */
@NullMarked
package io.axiom.language.migration.request;

import org.jspecify.annotations.NullMarked;
