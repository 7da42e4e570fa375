/** Requests that change something, over HTTP. */
@NullMarked
package io.axiom.migration.command;

import org.jspecify.annotations.NullMarked;
