/** The published language as documents: JSON Schema for each message, AsyncAPI for the topics. */
@NullMarked
package io.axiom.runtime.schema;

import org.jspecify.annotations.NullMarked;
