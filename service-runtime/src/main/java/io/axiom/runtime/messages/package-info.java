/** Reading JSON from outside into the published language, with errors that name the field. */
@NullMarked
package io.axiom.runtime.messages;

import org.jspecify.annotations.NullMarked;
