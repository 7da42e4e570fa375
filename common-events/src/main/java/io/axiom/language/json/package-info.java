/** One JSON form for everything Axiom stores, sends and shows. */
@NullMarked
package io.axiom.language.json;

import org.jspecify.annotations.NullMarked;
