/** Changelogs: what changed in a version or between two, as Markdown and JSON, from conventional commits and posted notes. */
@NullMarked
package io.axiom.version.changelog;

import org.jspecify.annotations.NullMarked;
