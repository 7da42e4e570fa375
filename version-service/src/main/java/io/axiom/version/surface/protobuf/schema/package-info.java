/** What a set of Protobuf files declares, with names, features and defaults resolved: the ground that rules compare. */
@NullMarked
package io.axiom.version.surface.protobuf.schema;

import org.jspecify.annotations.NullMarked;
