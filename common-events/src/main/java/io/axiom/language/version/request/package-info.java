/** Bodies of REST requests about components and versions, and the commands they stand for. */
@NullMarked
package io.axiom.language.version.request;

import org.jspecify.annotations.NullMarked;
