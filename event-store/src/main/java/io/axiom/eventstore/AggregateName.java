package io.axiom.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Axon asks for a stream by identifier alone, the log knows it by type and id. An identifier {@code <type>/<id>} names both;
 * any other is the id, and must then belong to one type of aggregate only.
 */
final class AggregateName {
    private AggregateName() {}

    static StreamKey of(DomainEventMessage<?> message) {
        String type = message.getType();
        String identifier = message.getAggregateIdentifier();
        return new StreamKey(
                type, identifier.startsWith(type + '/') ? identifier.substring(type.length() + 1) : identifier);
    }
}
