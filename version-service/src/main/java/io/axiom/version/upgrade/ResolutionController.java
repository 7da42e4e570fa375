package io.axiom.version.upgrade;

import io.axiom.language.version.resolution.ResolutionRequest;
import io.axiom.language.version.resolution.ResolutionView;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.version.catalog.KnownCandidates;
import io.axiom.version.resolution.Candidate;
import io.axiom.version.resolution.Resolution;
import io.axiom.version.resolution.Resolver;
import io.axiom.version.resolution.Standing;
import io.axiom.version.resolution.Wanted;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which versions of several components go together. Asks, and changes nothing. */
@RestController
class ResolutionController {
    private final KnownCandidates candidates;
    private final Resolver resolver;

    ResolutionController(
            KnownCandidates candidates, @Value("${axiom.resolution.steps:" + Resolver.USUAL_STEPS + "}") long steps) {
        this.candidates = candidates;
        this.resolver = new Resolver(steps);
    }

    @PostMapping("/api/versioning/resolve-conflicts")
    ResolutionView resolve(@RequestBody byte[] body) {
        Wanted wanted = ResolutionRules.read(JsonInput.read(body, ResolutionRequest.class));
        Set<String> asked = new LinkedHashSet<>(wanted.ranges().keySet());
        asked.addAll(wanted.pins().keySet());
        Map<String, List<Candidate>> known = candidates.reachableFrom(asked);
        ResolutionRules.requireKnown(wanted, known);
        return switch (resolver.resolve(known, wanted)) {
            case Resolution.Solved solved ->
                new ResolutionView(
                        true,
                        solved.versions().entrySet().stream()
                                .map(entry -> new ResolutionView.Choice(
                                        entry.getKey(),
                                        entry.getValue().toString(),
                                        newest(known.getOrDefault(entry.getKey(), List.of()))))
                                .toList(),
                        null);
            case Resolution.Impossible impossible -> new ResolutionView(false, List.of(), impossible.explanation());
        };
    }

    /** A version that may be chosen comes before all others, and a release before prereleases. */
    private static String newest(List<Candidate> candidates) {
        return candidates.stream()
                .max(Comparator.comparing((Candidate candidate) -> candidate.standing() != Standing.EXCLUDED)
                        .thenComparing(candidate -> !candidate.version().isPrerelease())
                        .thenComparing(Candidate::version))
                .map(candidate -> candidate.version().toString())
                .orElse("");
    }
}
