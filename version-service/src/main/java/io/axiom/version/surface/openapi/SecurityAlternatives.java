package io.axiom.version.surface.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a choice of requirements changed. Alternatives that are the same go together; of the rest, two that alone ask for the
 * same schemes are the same alternative with other scopes.
 */
record SecurityAlternatives(
        List<SecurityRequirement> added,
        List<SecurityRequirement> removed,
        List<Scope> scopesAdded,
        List<Scope> scopesRemoved) {

    record Scope(String scheme, String scope) {}

    static SecurityAlternatives of(List<SecurityRequirement> before, List<SecurityRequirement> after) {
        List<SecurityRequirement> added = new ArrayList<>(after);
        List<SecurityRequirement> removed = new ArrayList<>();
        before.stream().filter(each -> !added.remove(each)).forEach(removed::add);
        SecurityAlternatives result = new SecurityAlternatives(added, removed, new ArrayList<>(), new ArrayList<>());
        for (SecurityRequirement was : List.copyOf(removed)) {
            result.pair(was);
        }
        return result;
    }

    private void pair(SecurityRequirement was) {
        List<SecurityRequirement> candidates = withSchemes(added, was);
        if (candidates.size() == 1 && withSchemes(removed, was).size() == 1) {
            SecurityRequirement is = candidates.getFirst();
            added.remove(is);
            removed.remove(was);
            difference(is, was, scopesAdded);
            difference(was, is, scopesRemoved);
        }
    }

    private static List<SecurityRequirement> withSchemes(List<SecurityRequirement> list, SecurityRequirement like) {
        return list.stream()
                .filter(each -> each.schemes().keySet().equals(like.schemes().keySet()))
                .toList();
    }

    private static void difference(SecurityRequirement from, SecurityRequirement without, List<Scope> scopes) {
        from.schemes().forEach((scheme, all) -> {
            Set<String> known = without.schemes().getOrDefault(scheme, Set.of());
            all.stream().filter(scope -> !known.contains(scope)).forEach(scope -> scopes.add(new Scope(scheme, scope)));
        });
    }
}
