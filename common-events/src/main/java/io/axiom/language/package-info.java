/** The published language every context shares: what a command, an event, a reply and a rejection are. */
@NullMarked
package io.axiom.language;

import org.jspecify.annotations.NullMarked;
