/**
 * Git repositories as a source of releases: opened read-only by path, or mirrored from a URL; release tags, commits, tagging.
 * Nothing of a repository is executed: no hooks, filters, submodules, helpers, or signing programs.
 */
@NullMarked
package io.axiom.version.git;

import org.jspecify.annotations.NullMarked;
