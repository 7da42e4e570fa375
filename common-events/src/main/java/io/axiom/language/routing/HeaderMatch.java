package io.axiom.language.routing;

/** Sends requests that carry a header with exactly this value to one release whatever the weights, for testers. */
public record HeaderMatch(String header, String value, String releaseId) {}
