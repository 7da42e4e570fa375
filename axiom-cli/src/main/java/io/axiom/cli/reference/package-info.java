/** What describes the command line itself: completion and docs/cli.md. */
@NullMarked
package io.axiom.cli.reference;

import org.jspecify.annotations.NullMarked;
