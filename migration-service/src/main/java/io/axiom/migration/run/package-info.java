/** Runs migrations on a target database so that each ends applied or not applied, whatever is killed and when. */
@NullMarked
package io.axiom.migration.run;

import org.jspecify.annotations.NullMarked;
