/** Starting, stopping and looking at the platform on this machine. */
@NullMarked
package io.axiom.cli.platform;

import org.jspecify.annotations.NullMarked;
