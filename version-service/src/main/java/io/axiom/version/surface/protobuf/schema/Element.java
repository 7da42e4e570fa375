package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Options;

/** What has a name, options and a file it stands in. */
public sealed interface Element permits Message, Field, EnumType, EnumValue, Oneof, Service, Rpc {
    /** The fully-qualified name, without a leading dot. */
    String fullName();

    Options options();

    SchemaFile file();

    /** The last part of the name. */
    default String name() {
        return fullName().substring(fullName().lastIndexOf('.') + 1);
    }

    /** The name without the package. */
    default String nestedName() {
        String packageName = file().packageName();
        return packageName.isEmpty() ? fullName() : fullName().substring(packageName.length() + 1);
    }
}
