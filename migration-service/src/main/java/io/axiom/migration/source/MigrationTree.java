package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.Budget;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.Guard;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Reads the migration files of a folder, and its folders, as a commit has them. Nothing is checked out: filters do not run, line
 * endings stay, and what Git has only a pointer to (links, submodules, LFS) is refused, since it would be missing.
 */
public final class MigrationTree {
    private final GitRepository git;
    private final TreePath path;
    private final FoundFiles files;
    private final Budget budget;

    private MigrationTree(GitRepository git, TreePath path) {
        this.git = git;
        this.path = path;
        this.files = new FoundFiles(path.toString());
        this.budget = new Budget(git.settings());
    }

    /**
     * Its files of SQL, and what configures them.
     *
     * @param commit its full id
     * @throws RejectedException {@code migration.source.unreadable}, {@code .link}, {@code .submodule}, {@code .lfs-pointer},
     *     {@code .not-there}, {@code .too-many}, {@code .too-large}; {@code git.corrupt}, {@code git.timeout}
     */
    public static List<SourceFile> read(GitRepository git, String commit, TreePath path) {
        return Guard.reading(git.location(), () -> new MigrationTree(git, path).read(commit));
    }

    private List<SourceFile> read(String commit) throws IOException {
        try (ObjectReader reader = git.repository().newObjectReader();
                RevWalk commits = new RevWalk(reader);
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(folder(
                    reader, commits.parseCommit(ObjectId.fromString(commit)).getTree()));
            while (walk.next()) {
                budget.step();
                visit(walk, reader);
            }
            return files.all();
        }
    }

    private ObjectId folder(ObjectReader reader, ObjectId top) throws IOException {
        ObjectId folder = top;
        for (String name : path.names()) {
            try (TreeWalk entry = TreeWalk.forPath(reader, name, folder)) {
                if (entry == null) {
                    throw Refusals.notInCommit(path.toString());
                }
                refusePointer(entry.getFileMode(0), path.toString());
                if (!entry.isSubtree()) {
                    throw files.notADirectory();
                }
                folder = entry.getObjectId(0);
            }
        }
        return folder;
    }

    private void visit(TreeWalk walk, ObjectReader reader) throws IOException {
        String name = walk.getNameString();
        FileMode mode = walk.getFileMode(0);
        if (walk.isSubtree()) {
            if (walk.getDepth() < FoundFiles.DEEPEST - 1) {
                walk.enterSubtree();
            }
        } else if (FoundFiles.isWanted(name) || mode == FileMode.GITLINK) {
            refusePointer(mode, path.resolve(walk.getPathString()));
            add(name, walk, reader);
            budget.checkTime();
        }
    }

    private void add(String name, TreeWalk walk, ObjectReader reader) throws IOException {
        ObjectId id = walk.getObjectId(0);
        try {
            files.add(
                    name,
                    reader.getObjectSize(id, Constants.OBJ_BLOB),
                    () -> reader.open(id, Constants.OBJ_BLOB).getCachedBytes(SourceFile.LARGEST));
        } catch (MissingObjectException e) {
            throw Refusals.notThere(path.resolve(walk.getPathString()));
        }
    }

    private static void refusePointer(FileMode mode, String path) {
        if (mode == FileMode.SYMLINK) {
            throw Refusals.link(path);
        }
        if (mode == FileMode.GITLINK) {
            throw Refusals.submodule(path);
        }
    }
}
