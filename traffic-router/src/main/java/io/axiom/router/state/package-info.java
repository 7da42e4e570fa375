/** The last known routes on disk. */
@NullMarked
package io.axiom.router.state;

import org.jspecify.annotations.NullMarked;
