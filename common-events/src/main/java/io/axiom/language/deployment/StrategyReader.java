package io.axiom.language.deployment;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads a strategy as an object with a {@code type}, or as the bare name, which means its defaults. */
final class StrategyReader extends ValueDeserializer<Strategy> {

    @Override
    public Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer type) {
        return in.currentToken() == JsonToken.VALUE_STRING
                ? named(in, context)
                : type.deserializeTypedFromObject(in, context);
    }

    @Override
    public Strategy deserialize(JsonParser in, DeserializationContext context) {
        return in.currentToken() == JsonToken.VALUE_STRING ? named(in, context) : context.readValue(in, Strategy.class);
    }

    private static Strategy named(JsonParser in, DeserializationContext context) {
        Strategy strategy = Strategy.byName(in.getString());
        if (strategy == null) {
            throw context.weirdStringException(
                    in.getString(), Strategy.class, "a strategy is blue-green, rolling or canary");
        }
        return strategy;
    }
}
