package io.axiom.version.component;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.version.GitRevision;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.surface.SurfaceReference;
import io.axiom.runtime.aggregate.Preparation;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.commits.BumpFromCommits;
import io.axiom.version.commits.CommitFindings;
import io.axiom.version.commits.CommitRequest;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.evidence.Evidence;
import io.axiom.version.evidence.Lineage;
import io.axiom.version.evidence.SurfaceEvidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the evidence about a new version: reads its commits, and compares its surfaces with its predecessor's. */
public final class CreationPreparation implements Preparation<CreateVersion> {
    private final Function<String, ComponentState> components;
    private final BumpFromCommits commits;
    private final Supplier<SurfaceEvidence> surfaces;

    /** @param components the state of a component now */
    public CreationPreparation(
            Function<String, ComponentState> components, BumpFromCommits commits, Supplier<SurfaceEvidence> surfaces) {
        this.components = components;
        this.commits = commits;
        this.surfaces = surfaces;
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public Command prepare(CreateVersion command, CommandContext context) {
        boolean hasSurfaces = command.surfaces() != null && !command.surfaces().isEmpty();
        boolean hasCommits = command.commits() != null || command.git() != null;
        return (hasSurfaces || hasCommits) && components.apply(command.component()) instanceof Registered component
                ? new ComponentInput.Creation(command, evidence(component, command, hasCommits))
                : new ComponentInput.Creation(command, Evidence.NONE);
    }

    private Evidence evidence(Registered component, CreateVersion command, boolean hasCommits) {
        Lineage lineage = Creation.check(component, command);
        CommitFindings findings = hasCommits ? commits.read(request(component, command, lineage)) : null;
        List<SurfaceReference> before =
                find(component, lineage.compared()).map(Entry::surfaces).orElse(List.of());
        return new Evidence(lineage, surfaces.get().compare(command.surfaces(), before), findings);
    }

    private static CommitRequest request(Registered component, CreateVersion command, Lineage lineage) {
        GitRevision git = find(component, lineage.predecessor()).map(Entry::git).orElse(null);
        return new CommitRequest(component.component(), lineage.predecessor(), git, command.commits(), command.git());
    }

    private static Optional<Entry> find(Registered component, @Nullable String version) {
        return version == null ? Optional.empty() : component.versions().find(SemanticVersion.parse(version));
    }
}
