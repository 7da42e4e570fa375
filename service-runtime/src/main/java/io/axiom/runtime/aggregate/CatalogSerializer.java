package io.axiom.runtime.aggregate;

import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.MessageCatalog;
import io.axiom.language.json.Json;
import io.axiom.runtime.log.EventCodec;
import java.nio.charset.StandardCharsets;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;

/** Axon's serializer on {@link EventCodec}: stored types are logical names, metadata is {@link EventMetadata}'s JSON. */
public final class CatalogSerializer implements Serializer {
    /** Where an Axon message carries its {@link EventMetadata}. */
    static final String METADATA = "axiom";

    private final EventCodec codec;
    private final Converter converter = new ChainingConverter();

    public CatalogSerializer(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        byte[] json = switch (object) {
            case MetaData metadata -> Json.mapper().writeValueAsBytes(metadata.get(METADATA));
            case Event event -> codec.payload(event);
            default -> Json.mapper().writeValueAsBytes(object);
        };
        return converter.convert(
                new SimpleSerializedObject<>(json, byte[].class, typeForClass(object.getClass())), representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation == byte[].class || representation == String.class;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] json = serialized.getData() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : (byte[]) serialized.getData();
        String type = serialized.getType().getName();
        if (type.equals(MetaData.class.getName())) {
            return (T) MetaData.with(METADATA, Json.lenient().readValue(json, EventMetadata.class));
        }
        return (T) codec.event(type, json);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        Class<?> known = codec.typeOf(type.getName());
        return known == null ? UnknownSerializedType.class : known;
    }

    @Override
    public SerializedType typeForClass(Class type) {
        return new SimpleSerializedType(
                Event.class.isAssignableFrom(type) ? MessageCatalog.nameOf(type) : type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
