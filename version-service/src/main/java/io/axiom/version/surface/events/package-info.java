/** Axiom's own event schemas as surfaces: events are kept for ever, so nothing they carry may go away. */
@NullMarked
package io.axiom.version.surface.events;

import org.jspecify.annotations.NullMarked;
