/** Components and their versions. */
@NullMarked
package io.axiom.cli.registry;

import org.jspecify.annotations.NullMarked;
