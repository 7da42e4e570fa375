package io.axiom.eventstore;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

final class TestSerializers {
    private TestSerializers() {}

    static Serializer json() {
        return Jackson3Serializer.builder().build();
    }
}
