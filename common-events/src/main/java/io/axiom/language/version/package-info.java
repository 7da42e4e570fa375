/** Commands and events of the version registry. */
@NullMarked
package io.axiom.language.version;

import org.jspecify.annotations.NullMarked;
