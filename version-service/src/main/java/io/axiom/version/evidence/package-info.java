/** What is found out about a new version before its component decides on it: from commits, and by comparing surfaces. */
@NullMarked
package io.axiom.version.evidence;

import org.jspecify.annotations.NullMarked;
