package io.axiom.version.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.version.ArtifactVerification;
import io.axiom.version.artifact.Artifacts;
import io.axiom.version.component.Refusals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Looks at a version's artifacts as they are now. */
@RestController
class VerificationController {
    private final Catalog catalog;
    private final Artifacts artifacts;

    VerificationController(Catalog catalog, Artifacts artifacts) {
        this.catalog = catalog;
        this.artifacts = artifacts;
    }

    @GetMapping("/api/components/{component}/versions/{version}/artifacts")
    Page<ArtifactVerification> artifacts(@PathVariable String component, @PathVariable String version) {
        return new Page<>(
                catalog
                        .version(component, version)
                        .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(component, version)))
                        .artifacts()
                        .stream()
                        .map(artifacts::verify)
                        .toList(),
                null);
    }
}
