/** Git repositories as a source of releases: release tags, commits by path, tagging. */
@NullMarked
package io.axiom.version.git;

import org.jspecify.annotations.NullMarked;
