package io.axiom.runtime.aggregate;

import io.axiom.language.Command;
import io.axiom.language.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a service is made of; each service declares one as a bean.
 *
 * @param name see {@link io.axiom.language.Contexts}
 * @param published the sealed roots of the commands anyone may send
 * @param deciders one per kind of aggregate
 * @param preparations by published command class
 * @param requiredRole the role an actor needs for a command
 */
public record BoundedContext(
        String name,
        List<Class<? extends Command>> published,
        List<Decider<?, ?, ?>> deciders,
        Map<Class<? extends Command>, Preparation<?>> preparations,
        Function<Command, Role> requiredRole) {}
