package io.axiom.language.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON mapper. Fields that are null are left out; unknown fields and wrong types are errors; map keys are sorted, so
 * equal values have equal bytes. Durations are ISO-8601 text; when read, a number is milliseconds.
 */
public final class Json {
    /** The largest JSON document read from outside, in characters. */
    public static final int MAX_DOCUMENT = 4 * 1024 * 1024;

    private static final JsonMapper MAPPER = builder().build();
    private static final JsonMapper LENIENT =
            builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Json() {}

    /** For what comes from users: strict. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** For events and replies of newer versions: fields this version does not know are skipped. */
    public static JsonMapper lenient() {
        return LENIENT;
    }

    /** Strict too, for documents of up to {@code characters}, which may be one text. Decimal fractions keep their digits. */
    public static JsonMapper mapperUpTo(int characters) {
        return builder(characters)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private static JsonMapper.Builder builder() {
        return builder(MAX_DOCUMENT);
    }

    private static JsonMapper.Builder builder(int longest) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(longest)
                        .maxStringLength(longest)
                        .maxNestingDepth(100)
                        .maxNumberLength(200)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new SimpleModule("axiom")
                        .addSerializer(Duration.class, new DurationText.Writer())
                        .addDeserializer(Duration.class, new DurationText.Reader()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
