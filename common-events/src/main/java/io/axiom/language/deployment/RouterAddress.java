package io.axiom.language.deployment;

import org.jspecify.annotations.Nullable;

/**
 * The router in front of an environment.
 *
 * @param adminUrl where routes are set and reports read
 * @param publicUrl where its users send requests, null when not known
 */
public record RouterAddress(String adminUrl, @Nullable String publicUrl) {}
