/** Reading the audit log and the state as of any of its positions. */
@NullMarked
package io.axiom.cli.audit;

import org.jspecify.annotations.NullMarked;
