/** Whether one version can take another's place: from rules, detected changes, declarations and tests. */
@NullMarked
package io.axiom.version.compatibility;

import org.jspecify.annotations.NullMarked;
