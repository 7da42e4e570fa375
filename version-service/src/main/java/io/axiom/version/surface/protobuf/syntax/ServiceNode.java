package io.axiom.version.surface.protobuf.syntax;

import java.util.List;

/** A service as written. */
public record ServiceNode(String name, Options options, List<RpcNode> rpcs, int line) {

    /** One procedure of it; its types are as written. */
    public record RpcNode(
            String name,
            String requestType,
            boolean clientStreaming,
            String responseType,
            boolean serverStreaming,
            Options options,
            int line) {}
}
