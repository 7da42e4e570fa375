/** The platform's own state as REST and the CLI show it. */
@NullMarked
package io.axiom.language.status;

import org.jspecify.annotations.NullMarked;
