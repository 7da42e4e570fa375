package io.axiom.language.version.surface;

import tools.jackson.databind.JsonNode;

/**
 * {@code POST /api/versioning/surfaces/compare}. The contents are text, a jar in Base64; what is JSON itself
 * may also stand there as it is.
 */
public record SurfaceComparisonRequest(SurfaceKind kind, JsonNode previous, JsonNode current) {}
