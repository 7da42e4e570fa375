package io.axiom.version.git;

import io.axiom.runtime.git.QuietSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TagBuilder;

/** A real repository, written commit by commit; each commit is a minute younger than the one before. */
public final class GitHistory implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final PersonIdent AUTHOR = new PersonIdent("Ann Axiom", "ann@example.org", START, ZoneOffset.UTC);

    private final FileRepository repository;
    private final ObjectInserter inserter;
    private final boolean packed;
    private final Map<String, ObjectId> last = new TreeMap<>();
    private final TreeMap<String, String> files = new TreeMap<>();
    private int commits;

    private GitHistory(FileRepository repository, boolean packed) {
        this.repository = repository;
        this.packed = packed;
        this.inserter = packed ? repository.getObjectDatabase().newPackInserter() : repository.newObjectInserter();
    }

    public static GitHistory bare(Path folder) {
        return create(folder, true, false);
    }

    /** Writes one pack, for histories of many commits; call {@link #flush} before reading. */
    public static GitHistory packed(Path folder) {
        return create(folder, true, true);
    }

    public static GitHistory worktree(Path folder) {
        return create(folder.resolve(".git"), false, false);
    }

    private static GitHistory create(Path gitDir, boolean bare, boolean packed) {
        try {
            FileRepository repository = new FileRepository(QuietSystem.builder()
                    .setGitDir(gitDir.toFile())
                    .setInitialBranch("main")
                    .setup());
            repository.create(bare);
            return new GitHistory(repository, packed);
        } catch (IOException | InvalidRefNameException e) {
            throw new IllegalStateException(e);
        }
    }

    public FileRepository repository() {
        return repository;
    }

    public GitHistory file(String path, String content) {
        files.put(path, content);
        return this;
    }

    public GitHistory files(Map<String, String> all) {
        files.clear();
        files.putAll(all);
        return this;
    }

    /** On main, after what main has. */
    public String commit(String message) {
        return commitOn("main", message);
    }

    public String commitOn(String branch, String message) {
        ObjectId head = resolve(Constants.R_HEADS + branch);
        return commit(branch, message, head == null ? List.of() : List.of(head.name()));
    }

    public String commit(String branch, String message, List<String> parents) {
        CommitBuilder commit = new CommitBuilder();
        commit.setMessage(message);
        return insert(branch, commit, parents);
    }

    String commitIn(Charset charset, String message) {
        CommitBuilder commit = new CommitBuilder();
        commit.setEncoding(charset);
        commit.setMessage(message);
        ObjectId head = resolve(Constants.R_HEADS + "main");
        return insert("main", commit, head == null ? List.of() : List.of(head.name()));
    }

    private String insert(String branch, CommitBuilder commit, List<String> parents) {
        try {
            PersonIdent when = new PersonIdent(AUTHOR, START.plusSeconds(60L * commits++));
            commit.setAuthor(when);
            commit.setCommitter(when);
            commit.setTreeId(tree());
            commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
            ObjectId id = inserter.insert(commit);
            return point(branch, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts on, for commits written by hand. */
    int next() {
        return commits++;
    }

    /** A commit byte for byte. */
    String raw(String branch, byte[] commit) {
        try {
            return point(branch, inserter.insert(Constants.OBJ_COMMIT, commit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A commit byte for byte, on no branch. */
    String object(byte[] commit) {
        try {
            ObjectId id = inserter.insert(Constants.OBJ_COMMIT, commit);
            inserter.flush();
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String point(String branch, ObjectId id) throws IOException {
        if (packed) {
            last.put(branch, id);
        } else {
            inserter.flush();
            pointRef(Constants.R_HEADS + branch, id);
        }
        return id.name();
    }

    /** Writes the pack and moves the branches. */
    public void flush() {
        try {
            inserter.flush();
            for (Map.Entry<String, ObjectId> branch : last.entrySet()) {
                pointRef(Constants.R_HEADS + branch.getKey(), branch.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectId tree() throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    public void tag(String name, String commit) {
        pointRef(Constants.R_TAGS + name, ObjectId.fromString(commit));
    }

    public void annotatedTag(String name, String commit) {
        try {
            TagBuilder tag = new TagBuilder();
            tag.setTag(name);
            tag.setObjectId(ObjectId.fromString(commit), Constants.OBJ_COMMIT);
            tag.setMessage("release " + name);
            tag.setTagger(AUTHOR);
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            pointRef(Constants.R_TAGS + name, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pointRef(String name, ObjectId id) {
        try {
            RefUpdate update = repository.updateRef(name);
            update.setNewObjectId(id);
            update.setForceUpdate(true);
            update.disableRefLog();
            RefUpdate.Result result = update.update();
            if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.REJECTED) {
                throw new IllegalStateException(name + ": " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String ref) {
        try {
            RefUpdate update = repository.updateRef(ref);
            update.setForceUpdate(true);
            update.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Points HEAD at a branch. */
    void head(String branch) {
        try {
            repository.updateRef(Constants.HEAD).link(branch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectId resolve(String ref) {
        try {
            ObjectId pending = last.get(ref.replace(Constants.R_HEADS, ""));
            return pending == null ? repository.resolve(ref) : pending;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        inserter.close();
        repository.close();
    }
}
