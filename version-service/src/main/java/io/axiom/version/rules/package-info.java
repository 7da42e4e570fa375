/** What the fields of registry commands must be, whatever state the component is in. Each refuses by name of the field. */
@NullMarked
package io.axiom.version.rules;

import org.jspecify.annotations.NullMarked;
