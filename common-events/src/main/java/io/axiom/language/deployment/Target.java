package io.axiom.language.deployment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Where instances run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = Target.Processes.class, name = "process"))
public sealed interface Target {

    /**
     * Processes on the machine of deployment-service.
     *
     * @param firstPort and {@code lastPort} bound the ports given to instances; null lets the system choose
     */
    record Processes(@Nullable Integer firstPort, @Nullable Integer lastPort) implements Target {}
}
