package io.axiom.version.release;

import io.axiom.language.version.GitRevision;
import io.axiom.language.version.GitSource;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.changelog.WebLinks;
import io.axiom.version.commits.BumpFromCommits;
import io.axiom.version.commits.CommitEntries;
import io.axiom.version.commits.CommitFindings;
import io.axiom.version.commits.CommitRequest;
import io.axiom.version.commits.EffectiveChanges;
import io.axiom.version.commits.PostedCommits;
import io.axiom.version.git.PathFilter;
import io.axiom.version.git.ReleaseHistory;
import io.axiom.version.git.ReleaseTag;
import io.axiom.version.git.TagPatterns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the commits of a release: posted, or since the last release in a repository. Where that ended, the registry knows when it
 * read the same repository then; else the tag of that version tells, else the highest release tag that can be reached, else
 * everything counts.
 */
@Component
final class ReleaseCommits implements BumpFromCommits {
    private static final String VERSION = "{version}";

    private final GitRepositories repositories;
    private final PostedCommits posted = new PostedCommits();

    ReleaseCommits(GitRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public CommitFindings read(CommitRequest request) {
        GitSource source = request.git();
        if (source == null) {
            return posted.read(request);
        }
        PathFilter paths = PathFilter.of(Objects.requireNonNullElse(source.paths(), List.of()));
        try (GitRepository git = repositories.open(repositories.location(source.repository()))) {
            ReleaseHistory history = new ReleaseHistory(git);
            String tip = git.commit(source.ref() == null ? GitRepository.HEAD : source.ref());
            GitRevision before = before(git, source, request.predecessorGit());
            ReleaseTag tag = before == null ? lastTag(history, tip, request, source) : null;
            String since = before != null ? before.commit() : tag == null ? null : tag.commit();
            EffectiveChanges range = EffectiveChanges.of(history.changes(since, tip, paths));
            String web =
                    git.origin().flatMap(WebLinks::ofRemote).map(WebLinks::base).orElse(null);
            return CommitEntries.findings(
                    range,
                    new GitRevision(source.repository(), tip, since, source.paths(), prefix(source, before, tag), web));
        }
    }

    /** Null when the release before was made elsewhere, or from a commit that is there no more. */
    private static @Nullable GitRevision before(
            GitRepository git, GitSource source, @Nullable GitRevision predecessor) {
        return predecessor != null
                        && predecessor.repository().equals(source.repository())
                        && git.has(predecessor.commit())
                ? predecessor
                : null;
    }

    private static @Nullable ReleaseTag lastTag(
            ReleaseHistory history, String tip, CommitRequest request, GitSource source) {
        TagPatterns patterns =
                source.tagPrefix() == null ? TagPatterns.USUAL : new TagPatterns(List.of(source.tagPrefix() + VERSION));
        return Optional.ofNullable(request.predecessor())
                .flatMap(version -> history.release(request.component(), SemanticVersion.parse(version), patterns))
                .or(() -> history.lastRelease(tip, request.component(), patterns, false))
                .orElse(null);
    }

    /** New tags are named like those there are. */
    private static @Nullable String prefix(GitSource source, @Nullable GitRevision before, @Nullable ReleaseTag last) {
        if (source.tagPrefix() != null) {
            return source.tagPrefix();
        }
        if (before != null) {
            return before.tagPrefix();
        }
        return last == null
                ? null
                : last.name()
                        .substring(
                                0,
                                last.name().length() - last.version().toString().length());
    }
}
