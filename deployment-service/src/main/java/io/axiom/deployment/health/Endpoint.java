package io.axiom.deployment.health;

import java.util.function.BooleanSupplier;

/**
 * The instance a check looks at, as it runs now.
 *
 * @param alive whether its process lives at this moment
 */
public record Endpoint(String instanceId, String host, int port, BooleanSupplier alive) {}
