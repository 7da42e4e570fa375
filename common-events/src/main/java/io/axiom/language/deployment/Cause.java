package io.axiom.language.deployment;

/**
 * Why something failed, for the person who reads it at night.
 *
 * @param code stable, for example {@code health.http-status}
 * @param detail what was expected, what was seen, where
 * @param next what to do now
 */
public record Cause(String code, String detail, String next) {}
