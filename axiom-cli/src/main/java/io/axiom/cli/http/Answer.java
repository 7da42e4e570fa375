package io.axiom.cli.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A success. @param location where the outcome will be, for one that is still being worked on */
public record Answer(int status, JsonNode body, @Nullable String location) {}
