/**
 * Git repositories of others: opened read-only by path, or mirrored from a URL. Nothing of a repository is executed: no hooks,
 * filters, submodules, helpers, or signing programs. A service that uses this needs JGit, which is optional here.
 */
@NullMarked
package io.axiom.runtime.git;

import org.jspecify.annotations.NullMarked;
