package io.axiom.language.version.upgrade;

import java.util.List;
import java.util.Map;

/**
 * The compatibility of every version with every other, one letter per pair: 1,000 versions are a million pairs.
 *
 * @param versions lowest first
 * @param levels a row per version gone from, a letter per version gone to
 * @param risks likewise
 * @param letters what the letters of {@code levels} mean
 * @param riskLetters what the letters of {@code risks} mean
 */
public record CompatibilityMatrix(
        String component,
        List<String> versions,
        List<String> levels,
        List<String> risks,
        Map<String, String> letters,
        Map<String, String> riskLetters) {}
