/**
 * Protobuf source text to a syntax tree: proto2, proto3 and editions, by the published grammars
 * (protobuf.dev/reference/protobuf). Strict, without look at other files.
 */
@NullMarked
package io.axiom.version.surface.protobuf.syntax;

import org.jspecify.annotations.NullMarked;
