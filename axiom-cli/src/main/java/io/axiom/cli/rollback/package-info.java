/** Going back: plans, rollback points, the emergency. */
@NullMarked
package io.axiom.cli.rollback;

import org.jspecify.annotations.NullMarked;
