package io.axiom.version.surface.protobuf.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of the files that come with protoc, so that nobody has to send them. Source: src/google/protobuf in
 * protocolbuffers/protobuf.
 */
final class WellKnownTypes {
    private static final Map<String, String> MESSAGES = Map.ofEntries(
            Map.entry("any", "Any"),
            Map.entry("api", "Api Method Mixin"),
            Map.entry("duration", "Duration"),
            Map.entry("empty", "Empty"),
            Map.entry("field_mask", "FieldMask"),
            Map.entry("source_context", "SourceContext"),
            Map.entry("struct", "Struct Value ListValue"),
            Map.entry("timestamp", "Timestamp"),
            Map.entry("type", "Type Field Enum EnumValue Option"),
            Map.entry(
                    "wrappers",
                    "DoubleValue FloatValue Int64Value UInt64Value Int32Value UInt32Value BoolValue StringValue BytesValue"),
            Map.entry(
                    "descriptor",
                    "FileDescriptorSet FileDescriptorProto DescriptorProto DescriptorProto.ExtensionRange"
                            + " DescriptorProto.ReservedRange ExtensionRangeOptions ExtensionRangeOptions.Declaration"
                            + " FieldDescriptorProto OneofDescriptorProto EnumDescriptorProto"
                            + " EnumDescriptorProto.EnumReservedRange EnumValueDescriptorProto ServiceDescriptorProto"
                            + " MethodDescriptorProto FileOptions MessageOptions FieldOptions"
                            + " FieldOptions.EditionDefault FieldOptions.FeatureSupport OneofOptions EnumOptions"
                            + " EnumValueOptions ServiceOptions MethodOptions UninterpretedOption"
                            + " UninterpretedOption.NamePart FeatureSet FeatureSet.VisibilityFeature FeatureSetDefaults"
                            + " FeatureSetDefaults.FeatureSetEditionDefault SourceCodeInfo SourceCodeInfo.Location"
                            + " GeneratedCodeInfo GeneratedCodeInfo.Annotation"));

    private static final Map<String, String> ENUMS = Map.of(
            "struct",
            "NullValue",
            "type",
            "Syntax Field.Kind Field.Cardinality",
            "descriptor",
            "Edition SymbolVisibility FieldDescriptorProto.Type FieldDescriptorProto.Label FileOptions.OptimizeMode"
                    + " FieldOptions.CType FieldOptions.JSType FieldOptions.OptionRetention"
                    + " FieldOptions.OptionTargetType MethodOptions.IdempotencyLevel"
                    + " ExtensionRangeOptions.VerificationState FeatureSet.FieldPresence FeatureSet.EnumType"
                    + " FeatureSet.RepeatedFieldEncoding FeatureSet.Utf8Validation FeatureSet.MessageEncoding"
                    + " FeatureSet.JsonFormat FeatureSet.EnforceNamingStyle"
                    + " FeatureSet.VisibilityFeature.DefaultSymbolVisibility GeneratedCodeInfo.Annotation.Semantic");

    /** Files that add options and are never used as types. */
    private static final Set<String> OPTIONS_ONLY = Set.of(
            "google/protobuf/cpp_features.proto",
            "google/protobuf/java_features.proto",
            "google/protobuf/go_features.proto");

    private static final Map<String, Map<String, Kind>> FILES = files();

    private WellKnownTypes() {}

    static boolean isWellKnown(String file) {
        return FILES.containsKey(file) || OPTIONS_ONLY.contains(file);
    }

    static Optional<Kind> find(String file, String fullName) {
        return Optional.ofNullable(FILES.getOrDefault(file, Map.of()).get(fullName));
    }

    private static Map<String, Map<String, Kind>> files() {
        Map<String, Map<String, Kind>> files = new HashMap<>();
        MESSAGES.forEach((file, names) -> add(files, file, names, Kind.MESSAGE));
        ENUMS.forEach((file, names) -> add(files, file, names, Kind.ENUM));
        return files;
    }

    private static void add(Map<String, Map<String, Kind>> files, String file, String names, Kind kind) {
        Map<String, Kind> types = files.computeIfAbsent("google/protobuf/" + file + ".proto", name -> new HashMap<>());
        for (String name : names.split(" ", -1)) {
            types.put("google.protobuf." + name, kind);
        }
    }
}
