/** Going from one version of a component to another: what is known about it, and the way there. */
@NullMarked
package io.axiom.language.version.upgrade;

import org.jspecify.annotations.NullMarked;
