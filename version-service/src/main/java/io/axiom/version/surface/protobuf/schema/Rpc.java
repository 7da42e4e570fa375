package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Options;

/** A procedure of a service. */
public record Rpc(
        String fullName,
        SchemaFile file,
        Options options,
        TypeName request,
        boolean clientStreaming,
        TypeName response,
        boolean serverStreaming)
        implements Element {

    public String idempotencyLevel() {
        return options.text("idempotency_level", "IDEMPOTENCY_UNKNOWN");
    }
}
