/** What deployments need to know of versions: a copy kept from the version context's events. */
@NullMarked
package io.axiom.deployment.catalog;

import org.jspecify.annotations.NullMarked;
