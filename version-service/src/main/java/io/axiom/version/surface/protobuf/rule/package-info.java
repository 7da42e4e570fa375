/**
 * Rules over two Protobuf schemas. Ids and meaning of the breaking ones are those of buf
 * (buf.build/docs/breaking/rules); what buf is silent about has ids of our own.
 */
@NullMarked
package io.axiom.version.surface.protobuf.rule;

import org.jspecify.annotations.NullMarked;
