package io.axiom.version.surface.protobuf.syntax;

import io.axiom.version.surface.protobuf.syntax.ServiceNode.RpcNode;
import java.util.ArrayList;
import java.util.List;

/** Services and their procedures. */
final class ServiceParser {
    private final Definitions definitions;
    private final Tokens tokens;

    ServiceParser(Definitions definitions) {
        this.definitions = definitions;
        this.tokens = definitions.tokens();
    }

    ServiceNode parse() {
        int line = tokens.current().line();
        String name = tokens.word("the name of a service");
        Options.Builder options = new Options.Builder();
        List<RpcNode> rpcs = new ArrayList<>();
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            if (tokens.takeIf("option")) {
                definitions.options().statement(options);
            } else if (!tokens.takeIf(";")) {
                tokens.expect("rpc");
                rpcs.add(rpc());
            }
        }
        return new ServiceNode(name, options.build(), rpcs, line);
    }

    private RpcNode rpc() {
        int line = tokens.current().line();
        String name = tokens.word("the name of an rpc");
        boolean clientStreaming = openParenthesis();
        String request = closeParenthesis();
        tokens.expect("returns");
        boolean serverStreaming = openParenthesis();
        String response = closeParenthesis();
        return new RpcNode(name, request, clientStreaming, response, serverStreaming, options(), line);
    }

    /** Whether the word {@code stream} follows; alone in its parentheses it is a message of that name. */
    private boolean openParenthesis() {
        tokens.expect("(");
        if (tokens.at("stream") && !tokens.following().is(")")) {
            tokens.take();
            return true;
        }
        return false;
    }

    private String closeParenthesis() {
        String type = tokens.dottedName("the name of a message");
        tokens.expect(")");
        return type;
    }

    private Options options() {
        if (tokens.takeIf(";")) {
            return Options.NONE;
        }
        Options.Builder options = new Options.Builder();
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            if (tokens.takeIf("option")) {
                definitions.options().statement(options);
            } else {
                tokens.expect(";");
            }
        }
        return options.build();
    }
}
