/** The audit log as REST and the CLI show it. */
@NullMarked
package io.axiom.language.audit;

import org.jspecify.annotations.NullMarked;
