package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Schemes that are asked for together, with their scopes; none means anyone may call. */
record SecurityRequirement(Map<String, Set<String>> schemes) {
    private static final int MOST = 500;
    private static final SecurityRequirement NONE = new SecurityRequirement(Map.of());

    /** As listed; an absent list is empty. */
    static List<SecurityRequirement> listed(@Nullable JsonNode list) {
        List<SecurityRequirement> requirements = new ArrayList<>();
        if (list != null) {
            if (list.size() > MOST) {
                throw Refusals.tooComplex(MOST, "alternatives in one list of security requirements");
            }
            list.forEach(each -> requirements.add(of(each)));
        }
        return requirements;
    }

    /** As it works: without a list, or with an empty one, anyone may call. */
    static List<SecurityRequirement> effective(@Nullable JsonNode list) {
        List<SecurityRequirement> listed = listed(list);
        return listed.isEmpty() ? List.of(NONE) : listed;
    }

    private static SecurityRequirement of(JsonNode requirement) {
        Map<String, Set<String>> schemes = new TreeMap<>();
        requirement.properties().forEach(entry -> {
            Set<String> scopes = new TreeSet<>();
            entry.getValue().forEach(scope -> scopes.add(scope.asString("")));
            schemes.put(entry.getKey(), scopes);
        });
        return new SecurityRequirement(schemes);
    }

    boolean isEmpty() {
        return schemes.isEmpty();
    }

    /** Whether whoever satisfies the other satisfies this. */
    boolean isWithin(SecurityRequirement other) {
        return schemes.entrySet().stream()
                .allMatch(entry -> other.schemes.containsKey(entry.getKey())
                        && other.schemes.get(entry.getKey()).containsAll(entry.getValue()));
    }

    String text() {
        if (schemes.isEmpty()) {
            return "no authentication";
        }
        return schemes.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue().isEmpty() ? "" : " " + entry.getValue()))
                .collect(Collectors.joining(" and "));
    }
}
