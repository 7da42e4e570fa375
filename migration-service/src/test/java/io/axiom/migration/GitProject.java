package io.axiom.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/** A real repository whose main branch is written commit by commit; nothing of it is checked out. */
public final class GitProject implements AutoCloseable {
    private static final PersonIdent ANN = new PersonIdent("Ann", "ann@example.org");

    private final Repository repository;
    private final TreeMap<String, DirCacheEntry> files = new TreeMap<>();

    private GitProject(Repository repository) {
        this.repository = repository;
    }

    public static GitProject in(Path folder) {
        try {
            return new GitProject(Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()
                    .getRepository());
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path folder() {
        return repository.getWorkTree().toPath();
    }

    public GitProject write(String path, String content) {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public GitProject write(String path, byte[] content) {
        return entry(path, FileMode.REGULAR_FILE, insert(Constants.OBJ_BLOB, content));
    }

    public GitProject link(String path, String target) {
        return entry(path, FileMode.SYMLINK, blob(target));
    }

    public GitProject submodule(String path) {
        return entry(path, FileMode.GITLINK, ObjectId.fromString("1234567890".repeat(4)));
    }

    /** A file whose content is not in the repository. */
    public GitProject missing(String path) {
        return entry(path, FileMode.REGULAR_FILE, ObjectId.fromString("1234567890".repeat(4)));
    }

    public GitProject remove(String path) {
        files.remove(path);
        return this;
    }

    private GitProject entry(String path, FileMode mode, ObjectId id) {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(mode);
        entry.setObjectId(id);
        files.put(path, entry);
        return this;
    }

    public ObjectId blob(String content) {
        return insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
    }

    public ObjectId insert(TreeFormatter tree) {
        return insert(Constants.OBJ_TREE, tree.toByteArray());
    }

    private ObjectId insert(int type, byte[] content) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content);
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits what was written so far to main; the commit's id. */
    public String commit() {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            files.values().forEach(builder::add);
            builder.finish();
            ObjectId tree = index.writeTree(inserter);
            inserter.flush();
            return commitTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String commitTree(ObjectId tree) {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(ANN);
        commit.setCommitter(ANN);
        commit.setMessage("change");
        ObjectId before = head();
        if (before != null) {
            commit.setParentId(before);
        }
        try {
            ObjectId id = insert(Constants.OBJ_COMMIT, commit.build());
            point(Constants.R_HEADS + "main", id);
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable ObjectId head() {
        try {
            return repository.resolve(Constants.R_HEADS + "main");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void tag(String name, String commit) {
        point(Constants.R_TAGS + name, ObjectId.fromString(commit));
    }

    private void point(String ref, ObjectId id) {
        try {
            RefUpdate update = repository.updateRef(ref);
            update.setNewObjectId(id);
            update.setForceUpdate(true);
            update.update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path cloneBare(Path folder) {
        try (Git clone = Git.cloneRepository()
                .setURI(folder().toUri().toString())
                .setDirectory(folder.toFile())
                .setBare(true)
                .call()) {
            return folder;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
