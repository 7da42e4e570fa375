/** The way from one version to another over what is known to fit. */
@NullMarked
package io.axiom.version.path;

import org.jspecify.annotations.NullMarked;
