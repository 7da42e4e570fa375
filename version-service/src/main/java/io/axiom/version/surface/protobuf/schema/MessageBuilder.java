package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.schema.FieldBuilder.Place;
import io.axiom.version.surface.protobuf.syntax.EnumNode;
import io.axiom.version.surface.protobuf.syntax.ExtendNode;
import io.axiom.version.surface.protobuf.syntax.FieldNode;
import io.axiom.version.surface.protobuf.syntax.Malformed;
import io.axiom.version.surface.protobuf.syntax.MessageNode;
import io.axiom.version.surface.protobuf.syntax.MessageNode.OneofNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Links the messages, enums and extensions of one file, nested ones included. */
final class MessageBuilder {
    private final Declarations declarations;
    private final SchemaFile file;
    private final SchemaBuilder schema;
    private final TypeResolver types;
    private final FieldBuilder fieldBuilder;

    MessageBuilder(Declarations declarations, TypeResolver types, SchemaFile file, SchemaBuilder schema) {
        this.declarations = declarations;
        this.file = file;
        this.schema = schema;
        this.types = types;
        this.fieldBuilder = new FieldBuilder(declarations, types, file);
    }

    void message(MessageNode node, String scope, Features inherited) {
        String fullName = declarations.qualify(scope, node.name());
        Features features = inherited.with(node.options());
        schema.add(new Message(
                fullName,
                file,
                node.options(),
                features,
                fields(node, fullName, features),
                oneofs(node, fullName),
                node.extensionRanges(),
                node.reservedRanges(),
                node.reservedNames(),
                node.mapEntry()));
        node.messages().forEach(nested -> message(nested, fullName, features));
        node.enums().forEach(nested -> enumeration(nested, fullName, features));
        node.extensions().forEach(nested -> extend(nested, fullName, features));
    }

    private Map<Integer, Field> fields(MessageNode node, String fullName, Features features) {
        Map<String, Features> byOneof = new HashMap<>();
        node.oneofs().forEach(oneof -> byOneof.put(oneof.name(), features.with(oneof.options())));
        Map<Integer, Field> fields = new TreeMap<>();
        for (FieldNode field : node.fields()) {
            Features around = field.oneof() == null ? features : byOneof.getOrDefault(field.oneof(), features);
            Place place = new Place(fullName, fullName, around, false, node.mapEntry());
            Field earlier = fields.put(field.number(), fieldBuilder.build(field, place));
            if (earlier != null) {
                throw Malformed.at(
                        file.name(),
                        field.line(),
                        "number " + field.number() + " is taken by the field " + earlier.fullName() + ".");
            }
        }
        return fields;
    }

    private Map<String, Oneof> oneofs(MessageNode node, String fullName) {
        Map<String, Oneof> oneofs = new TreeMap<>();
        for (OneofNode oneof : node.oneofs()) {
            oneofs.put(oneof.name(), new Oneof(declarations.qualify(fullName, oneof.name()), file, oneof.options()));
        }
        return oneofs;
    }

    void enumeration(EnumNode node, String scope, Features inherited) {
        String fullName = declarations.qualify(scope, node.name());
        schema.add(new EnumType(
                fullName,
                file,
                node.options(),
                inherited.with(node.options()),
                node.values().stream()
                        .map(value -> new EnumValue(
                                declarations.qualify(fullName, value.name()), file, value.options(), value.number()))
                        .toList(),
                node.reservedRanges(),
                node.reservedNames()));
    }

    void extend(ExtendNode node, String scope, Features inherited) {
        String extendee = types.resolve(node.extendee(), scope, node.line()).name();
        Place place = new Place(extendee, scope, inherited, true, false);
        node.fields().forEach(field -> schema.addExtension(fieldBuilder.build(field, place), field.line()));
    }
}
