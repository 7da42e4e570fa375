package io.axiom.gateway.route;

import java.lang.reflect.Type;

/** The type of a page: {@code {"items": [item, …], "next": cursor or absent}}. */
public record PageOf(Class<?> item) implements Type {
    @Override
    public String getTypeName() {
        return item.getSimpleName() + "Page";
    }
}
