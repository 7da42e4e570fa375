/** What versions are made of: files, jars, images and commits, checked against the digests they were recorded with. */
@NullMarked
package io.axiom.version.artifact;

import org.jspecify.annotations.NullMarked;
