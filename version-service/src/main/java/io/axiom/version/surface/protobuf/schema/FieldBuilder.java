package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Dialect;
import io.axiom.version.surface.protobuf.syntax.FieldNode;
import io.axiom.version.surface.protobuf.syntax.FieldNode.Label;
import io.axiom.version.surface.protobuf.syntax.FieldNode.Shape;
import io.axiom.version.surface.protobuf.syntax.Malformed;
import io.axiom.version.surface.protobuf.syntax.OptionValue;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves one field: its type, features, cardinality and default. */
final class FieldBuilder {
    /** Where a field stands: the message that owns it, the scope of names, and what it inherits. */
    record Place(String owner, String scope, Features features, boolean extension, boolean mapMember) {}

    private final Declarations declarations;
    private final TypeResolver types;
    private final SchemaFile file;

    FieldBuilder(Declarations declarations, TypeResolver types, SchemaFile file) {
        this.declarations = declarations;
        this.types = types;
        this.file = file;
    }

    Field build(FieldNode node, Place place) {
        checkLabel(node, place);
        Features features = place.features().with(node.options());
        Optional<Kind> scalar = node.shape() == Shape.PLAIN ? Kind.scalar(node.type()) : Optional.empty();
        TypeName type = scalar.isPresent() ? null : types.resolve(node.type(), place.scope(), node.line());
        Kind kind = kind(node, place, features, scalar.orElse(null), type);
        Cardinality cardinality = cardinality(node, place, features, kind);
        return new Field(
                declarations.qualify(place.scope(), node.name()),
                file,
                node.options(),
                features,
                node.number(),
                place.owner(),
                place.extension(),
                cardinality,
                node.label() == Label.REQUIRED,
                kind,
                type == null ? null : type.name(),
                node.oneof(),
                place.mapMember(),
                defaultValue(node, cardinality, kind, type));
    }

    private void checkLabel(FieldNode node, Place place) {
        if (place.mapMember() || node.shape() == Shape.MAP) {
            return;
        }
        boolean wrong = switch (file.dialect()) {
            case PROTO2 -> (node.label() == Label.NONE) != (node.oneof() != null);
            case PROTO3 -> node.label() == Label.REQUIRED;
            case EDITION_2023, EDITION_2024 -> node.label() == Label.REQUIRED || node.label() == Label.OPTIONAL;
        };
        if (wrong) {
            String dialect = file.dialect() == Dialect.PROTO2
                    ? "proto2 wants optional, required or repeated before a field, and none of them in a oneof"
                    : file.dialect().title() + " does not know the label of this field";
            throw Malformed.at(file.name(), node.line(), dialect + ".");
        }
    }

    private static Kind kind(
            FieldNode node, Place place, Features features, @Nullable Kind scalar, @Nullable TypeName type) {
        if (scalar != null) {
            return scalar;
        }
        Kind named = type == null ? Kind.UNRESOLVED : type.kind();
        boolean delimited = node.shape() == Shape.GROUP
                || (features.messageEncoding().equals("DELIMITED")
                        && node.shape() == Shape.PLAIN
                        && !place.mapMember());
        return named == Kind.MESSAGE && delimited ? Kind.GROUP : named;
    }

    private static Cardinality cardinality(FieldNode node, Place place, Features features, Kind kind) {
        if (node.shape() == Shape.MAP) {
            return Cardinality.MAP;
        }
        if (node.label() == Label.REPEATED) {
            return Cardinality.REPEATED;
        }
        if (node.label() == Label.REQUIRED || features.fieldPresence().equals("LEGACY_REQUIRED")) {
            return Cardinality.REQUIRED;
        }
        boolean explicit = kind.isMessage()
                || node.oneof() != null
                || place.extension()
                || node.label() == Label.OPTIONAL
                || features.fieldPresence().equals("EXPLICIT");
        return explicit ? Cardinality.OPTIONAL_EXPLICIT : Cardinality.OPTIONAL_IMPLICIT;
    }

    private @Nullable DefaultValue defaultValue(
            FieldNode node, Cardinality cardinality, Kind kind, @Nullable TypeName type) {
        if (cardinality == Cardinality.REPEATED || cardinality == Cardinality.MAP || kind.isMessage()) {
            return null;
        }
        Optional<OptionValue> told = node.options().find("default");
        String text = told.map(OptionValue::text).orElse("");
        return switch (kind) {
            case STRING, BYTES -> new DefaultValue.Text(text);
            case BOOL ->
                new DefaultValue.Whole(
                        text.equals("true") ? BigInteger.ONE : BigInteger.ZERO, text.isEmpty() ? "false" : text);
            case FLOAT -> DefaultValue.Floating.of(text.isEmpty() ? "0" : text, true);
            case DOUBLE -> DefaultValue.Floating.of(text.isEmpty() ? "0" : text, false);
            case ENUM, UNRESOLVED -> enumDefault(text, type);
            default -> DefaultValue.Whole.of(text.isEmpty() ? "0" : text);
        };
    }

    private @Nullable DefaultValue enumDefault(String name, @Nullable TypeName type) {
        Optional<Declarations.Declared> declared =
                type == null || !type.isResolved() ? Optional.empty() : declarations.find(type.name());
        if (declared.isEmpty()) {
            return name.isEmpty() ? null : new DefaultValue.EnumName(name);
        }
        int number = declared.get().values().getOrDefault(name, declared.get().first());
        return new DefaultValue.Whole(BigInteger.valueOf(number), name.isEmpty() ? Integer.toString(number) : name);
    }
}
