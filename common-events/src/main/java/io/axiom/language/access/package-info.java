/** The language of API tokens: who may speak to Axiom, and as what. The log is the gateway's. */
@NullMarked
package io.axiom.language.access;

import org.jspecify.annotations.NullMarked;
