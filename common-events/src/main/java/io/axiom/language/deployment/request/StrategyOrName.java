package io.axiom.language.deployment.request;

import io.axiom.language.deployment.Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads a strategy in full, or its bare name, which means its defaults. */
final class StrategyOrName extends ValueDeserializer<Strategy> {

    @Override
    public @Nullable Strategy deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            String name = in.getString();
            return switch (name) {
                case "blue-green" -> new Strategy.BlueGreen(null, null);
                case "rolling" -> new Strategy.Rolling(null, null, null);
                case "canary" -> new Strategy.Canary(null, null, null);
                default ->
                    (Strategy) context.handleWeirdStringValue(
                            Strategy.class, name, "a strategy is blue-green, rolling or canary");
            };
        }
        return context.readValue(in, Strategy.class);
    }

    @Override
    public @Nullable Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer type) {
        return deserialize(in, context);
    }
}
