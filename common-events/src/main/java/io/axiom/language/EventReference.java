package io.axiom.language;

/** Names one event over all services: the context whose log holds it and its position there. Text form {@code deployment@42}. */
public record EventReference(String context, long position) {

    public static EventReference parse(String text) {
        int separator = text.lastIndexOf('@');
        if (separator < 1) {
            throw new IllegalArgumentException("An event reference is written context@position");
        }
        return new EventReference(text.substring(0, separator), Long.parseLong(text.substring(separator + 1)));
    }

    @Override
    public String toString() {
        return context + '@' + position;
    }
}
