/** Conventional Commits 1.0.0: what a commit message says about the next version. */
@NullMarked
package io.axiom.version.commits;

import org.jspecify.annotations.NullMarked;
