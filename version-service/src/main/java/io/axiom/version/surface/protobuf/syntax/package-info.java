/**
 * Protobuf source text to a syntax tree: proto2, proto3 and editions, by the published grammars
 * (protobuf.dev/reference/protobuf). Strict, and without looking at other files. Written by hand because Wire's parser does
 * not know editions (square/wire issue 2546) and protobuf-java parses only what protoc compiled; it also bounds what hostile
 * text may cost.
 */
@NullMarked
package io.axiom.version.surface.protobuf.syntax;

import org.jspecify.annotations.NullMarked;
