package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.schema.Schema.ExtensionKey;
import io.axiom.version.surface.protobuf.syntax.Malformed;
import io.axiom.version.surface.protobuf.syntax.ProtoFile;
import io.axiom.version.surface.protobuf.syntax.ServiceNode;
import io.axiom.version.surface.protobuf.syntax.TextBudget;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Links parsed files into a schema. */
final class SchemaBuilder {
    private final Declarations declarations;
    private final TextBudget budget;
    private final SortedMap<String, SchemaFile> files = new TreeMap<>();
    private final SortedMap<String, Message> messages = new TreeMap<>();
    private final SortedMap<String, EnumType> enums = new TreeMap<>();
    private final SortedMap<String, Service> services = new TreeMap<>();
    private final SortedMap<ExtensionKey, Field> extensions = new TreeMap<>();

    SchemaBuilder(Declarations declarations, TextBudget budget) {
        this.declarations = declarations;
        this.budget = budget;
    }

    Schema build(Map<String, ProtoFile> parsed) {
        parsed.values().forEach(file -> link(file, Visibility.of(file, parsed)));
        return new Schema(
                Collections.unmodifiableSortedMap(files),
                Collections.unmodifiableSortedMap(messages),
                Collections.unmodifiableSortedMap(enums),
                Collections.unmodifiableSortedMap(services),
                Collections.unmodifiableSortedMap(extensions));
    }

    private void link(ProtoFile parsed, Visibility visibility) {
        visibility.missing().forEach(name -> budget.spend(name.length()));
        SchemaFile file = new SchemaFile(
                parsed.name(),
                parsed.packageName(),
                parsed.dialect(),
                parsed.options(),
                Visibility.publicImports(parsed),
                visibility.missing());
        files.put(file.name(), file);
        Features features = Features.of(parsed.dialect()).with(parsed.options());
        TypeResolver types = new TypeResolver(declarations, visibility, file.name());
        MessageBuilder builder = new MessageBuilder(declarations, types, file, this);
        parsed.messages().forEach(message -> builder.message(message, file.packageName(), features));
        parsed.enums().forEach(type -> builder.enumeration(type, file.packageName(), features));
        parsed.extensions().forEach(extend -> builder.extend(extend, file.packageName(), features));
        parsed.services().forEach(service -> service(service, file, types));
    }

    void add(Message message) {
        messages.put(message.fullName(), message);
    }

    void add(EnumType type) {
        enums.put(type.fullName(), type);
    }

    void addExtension(Field field, int line) {
        Field earlier = extensions.putIfAbsent(new ExtensionKey(field.owner(), field.number()), field);
        if (earlier != null) {
            throw Malformed.at(
                    field.file().name(),
                    line,
                    "number " + field.number() + " of " + field.owner() + " is taken by the extension "
                            + earlier.fullName() + ".");
        }
    }

    private void service(ServiceNode node, SchemaFile file, TypeResolver types) {
        String fullName = declarations.qualify(file.packageName(), node.name());
        Map<String, Rpc> rpcs = new TreeMap<>();
        for (ServiceNode.RpcNode rpc : node.rpcs()) {
            Rpc linked = new Rpc(
                    declarations.qualify(fullName, rpc.name()),
                    file,
                    rpc.options(),
                    types.resolve(rpc.requestType(), fullName, rpc.line()),
                    rpc.clientStreaming(),
                    types.resolve(rpc.responseType(), fullName, rpc.line()),
                    rpc.serverStreaming());
            if (rpcs.put(rpc.name(), linked) != null) {
                throw Malformed.at(file.name(), rpc.line(), linked.fullName() + " is declared already.");
            }
        }
        if (services.put(fullName, new Service(fullName, file, node.options(), rpcs)) != null) {
            throw Malformed.at(file.name(), node.line(), fullName + " is declared already.");
        }
    }
}
