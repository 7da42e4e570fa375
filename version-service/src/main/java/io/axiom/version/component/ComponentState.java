package io.axiom.version.component;

import org.jspecify.annotations.Nullable;

/** A component is either not known, or registered with the versions it has had. */
public sealed interface ComponentState {

    /** Nothing has happened under this name. */
    record Unregistered() implements ComponentState {}

    record Registered(String component, @Nullable String description, Numbers versions) implements ComponentState {
        Registered with(Numbers changed) {
            return new Registered(component, description, changed);
        }
    }
}
