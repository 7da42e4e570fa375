package io.axiom.version.rules;

import io.axiom.language.Names;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionCommand.CreateVersion;
import java.util.List;
import java.util.Map;

/** What a new version's facts must be, whatever versions there are. */
public final class CreationRules {
    private static final int MOST_COMMITS = 10_000;

    private CreationRules() {}

    public static void check(CreateVersion command) {
        TextRules.list("changelog", command.changelog());
        TextRules.list("breakingChanges", command.breakingChanges());
        RunRules.check(command.run());
        dependencies(command);
        artifacts(command);
        SurfaceRules.of(command.surfaces());
        if (command.channel() != null) {
            Names.require("channel", command.channel());
        }
        checkCommits(command);
    }

    public static Map<String, String> dependencies(CreateVersion command) {
        return DependencyRules.of(command.component(), command.dependencies());
    }

    public static List<VersionArtifact> artifacts(CreateVersion command) {
        return ArtifactRules.of(command.artifacts());
    }

    private static void checkCommits(CreateVersion command) {
        List<String> commits = command.commits();
        if (command.git() != null) {
            GitRules.check(command.git());
        }
        Invalid.require(
                commits == null || command.git() == null,
                "version.choose-commits",
                "git",
                "Both commits and a repository are given.",
                "Give one of them.");
        Invalid.require(
                commits == null || commits.size() <= MOST_COMMITS,
                "request.text-invalid",
                "commits",
                "There are too many commits.",
                "Post at most " + MOST_COMMITS + ", or give a repository.");
        boolean evident = commits != null
                || command.git() != null
                || (command.surfaces() != null && !command.surfaces().isEmpty());
        Invalid.require(
                !CreateVersion.AUTO.equals(command.increment()) || evident,
                "version.auto-needs-evidence",
                "increment",
                "The increment auto has nothing to go by.",
                "Give a repository (git), the commits' messages (commits), or surfaces.");
    }
}
