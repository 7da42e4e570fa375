/** One log over all contexts: every event after its cause, so each prefix is a consistent cut. Searchable, exportable, verifiable. */
@NullMarked
package io.axiom.gateway.audit;

import org.jspecify.annotations.NullMarked;
