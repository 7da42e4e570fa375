package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Required;
import io.axiom.language.migration.GitFolder;
import io.axiom.language.migration.MigrationFile;
import io.axiom.language.migration.MigrationOrigin;
import io.axiom.language.migration.MigrationSource;
import io.axiom.migration.source.FlywayNaming;
import io.axiom.migration.source.MigrationDirectory;
import io.axiom.migration.source.MigrationFiles;
import io.axiom.migration.source.MigrationTree;
import io.axiom.migration.source.SourceFile;
import io.axiom.migration.source.SourceOptions;
import io.axiom.migration.source.TreePath;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the migrations of sources. */
public final class Sources {
    private final GitRepositories repositories;

    public Sources(GitRepositories repositories) {
        this.repositories = repositories;
    }

    /** {@code migration.source.*} where the source is not in order, {@code git.*} where its repository is not. */
    public LoadedSource load(MigrationSource source) {
        List<MigrationFile> posted = source.files();
        GitFolder git = source.git();
        String directory = source.directory();
        if (Stream.of(posted, git, directory).filter(given -> given != null).count() != 1) {
            throw invalid(
                    "A source is either files, a directory or a folder in Git.",
                    "Give one of \"files\", \"directory\" and \"git\" in \"source\".");
        }
        if (git != null) {
            return git(git, source.placeholders());
        }
        return posted == null
                ? directory(String.valueOf(directory), source.placeholders())
                : loaded(files(posted), source.placeholders(), null);
    }

    private static LoadedSource loaded(
            List<SourceFile> files, @Nullable Map<String, String> placeholders, @Nullable MigrationOrigin origin) {
        SourceOptions options =
                new SourceOptions(FlywayNaming.DEFAULT, placeholders == null ? Map.of() : placeholders, true);
        return new LoadedSource(MigrationFiles.read(files, options), origin);
    }

    private static List<SourceFile> files(List<MigrationFile> files) {
        return files.stream()
                .map(file -> new SourceFile(file.name(), file.content()))
                .toList();
    }

    private static LoadedSource directory(String name, @Nullable Map<String, String> placeholders) {
        try {
            return loaded(MigrationDirectory.read(Path.of(name)), placeholders, new MigrationOrigin(name, null));
        } catch (InvalidPathException e) {
            throw invalid("The directory's name is not a path.", "Name the directory that holds the migrations.");
        }
    }

    private LoadedSource git(GitFolder folder, @Nullable Map<String, String> placeholders) {
        TreePath path = TreePath.parse(folder.path());
        String repository = Required.field("source.git.repository", folder.repository());
        try (GitRepository git = repositories.open(repositories.location(repository))) {
            String commit = git.commit(folder.revision() == null ? GitRepository.HEAD : folder.revision());
            MigrationOrigin.GitCommit at =
                    new MigrationOrigin.GitCommit(git.location().display(), folder.revision(), folder.path(), commit);
            return loaded(MigrationTree.read(git, commit, path), placeholders, new MigrationOrigin(null, at));
        }
    }

    private static RejectedException invalid(String detail, String next) {
        return new RejectedException(new Rejection("migration.source.invalid", Rejection.Kind.INVALID, detail, next));
    }
}
