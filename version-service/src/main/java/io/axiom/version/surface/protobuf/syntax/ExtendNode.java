package io.axiom.version.surface.protobuf.syntax;

import java.util.List;

/** Fields added to a message that is declared elsewhere. */
public record ExtendNode(String extendee, List<FieldNode> fields, int line) {}
