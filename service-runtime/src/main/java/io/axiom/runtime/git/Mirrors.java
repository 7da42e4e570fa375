package io.axiom.runtime.git;

import io.axiom.runtime.git.RepositoryLocation.Remote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.util.FileUtils;

/**
 * Bare mirrors of remote repositories in the cache folder, brought up to date whenever one is asked for. One thread at a time
 * works on a mirror. A mirror half made when the process was killed has a {@code HEAD} and is completed by the next fetch.
 */
final class Mirrors {
    /** What is on the remote replaces what is here, and what is gone there goes here. */
    private static final List<RefSpec> EVERYTHING =
            List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    /** For {@link GitSettings.Content#HISTORY}. */
    private static final FilterSpec WITHOUT_FILES = withoutFiles();

    /** How JGit says so; there is no exception of its own. */
    private static final String NO_FILTERS =
            JGitText.get().filterRequiresCapability.toLowerCase(Locale.ROOT);

    private static final int MOST_PACKS = 100;
    private static final int NAME_DIGITS = 32;

    private final GitSettings settings;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Mirrors(GitSettings settings) {
        this.settings = settings;
    }

    /** The lock is held until the repository is closed. */
    GitRepository open(Remote remote) {
        String name = nameOf(remote);
        ReentrantLock lock = locks.computeIfAbsent(name, _ -> new ReentrantLock());
        lock.lock();
        boolean opened = false;
        try {
            Budget budget = new Budget(settings);
            Path folder = settings.cache().resolve(name);
            Mirror mirror = Guard.transferring(remote, budget, () -> upToDate(remote, folder, budget));
            GitRepository repository = new GitRepository(mirror, remote, settings, lock::unlock);
            opened = true;
            return repository;
        } finally {
            if (!opened) {
                lock.unlock();
            }
        }
    }

    private Mirror upToDate(Remote remote, Path folder, Budget budget) throws IOException {
        Mirror mirror = openOrCreate(folder, budget);
        boolean fetched = false;
        try {
            adoptHead(mirror, fetch(mirror, remote, budget));
            fetched = true;
            return mirror;
        } finally {
            if (!fetched) {
                mirror.close();
            }
        }
    }

    private FetchResult fetch(Mirror mirror, Remote remote, Budget budget) throws IOException {
        if (settings.content() == GitSettings.Content.FILES) {
            return fetch(mirror, remote, budget, FilterSpec.NO_FILTER);
        }
        try {
            return fetch(mirror, remote, budget, WITHOUT_FILES);
        } catch (TransportException e) {
            if (!Guard.says(e, message -> message.endsWith(NO_FILTERS))) {
                throw e;
            }
            return fetch(mirror, remote, budget, FilterSpec.NO_FILTER);
        }
    }

    private static FetchResult fetch(Mirror mirror, Remote remote, Budget budget, FilterSpec filter)
            throws IOException {
        try (Transport transport = Remotes.open(mirror, remote, budget)) {
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setRemoveDeletedRefs(true);
            transport.setFilterSpec(filter);
            return transport.fetch(budget, EVERYTHING);
        }
    }

    private static Mirror openOrCreate(Path folder, Budget budget) throws IOException {
        try {
            Files.createDirectories(folder.getParent());
            deleteWorn(folder);
            Mirror mirror = new Mirror(folder, budget);
            if (!Files.exists(folder.resolve(Constants.HEAD))) {
                mirror.create(true);
            }
            deleteLeftovers(folder);
            return mirror;
        } catch (IOException e) {
            throw GitRefusals.unwritable(new RepositoryLocation.Local(folder));
        }
    }

    /** Every fetch adds a pack, and what lacks files cannot be packed together; so it is fetched anew now and then. */
    private static void deleteWorn(Path folder) throws IOException {
        String[] packs = folder.resolve("objects/pack").toFile().list((_, name) -> name.endsWith(".pack"));
        if (packs != null && packs.length > MOST_PACKS) {
            FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
        }
    }

    /** Packs and locks of a fetch that did not come to its end. */
    private static void deleteLeftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Mirrors::isLeftover).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".lock") || name.startsWith("incoming_") || name.startsWith("noz");
    }

    /** Points HEAD at the branch the remote's points at. */
    private static void adoptHead(Mirror mirror, FetchResult result) throws IOException {
        Ref head = result.getAdvertisedRef(Constants.HEAD);
        if (head == null) {
            return;
        }
        Optional<String> branch =
                head.isSymbolic() ? Optional.of(head.getTarget().getName()) : branchAt(mirror, head.getObjectId());
        RefUpdate update = mirror.updateRef(Constants.HEAD, branch.isEmpty());
        if (branch.isPresent()) {
            update.link(branch.get());
        } else if (head.getObjectId() != null && mirror.getObjectDatabase().has(head.getObjectId())) {
            update.setNewObjectId(head.getObjectId());
            update.forceUpdate();
        }
    }

    private static Optional<String> branchAt(Mirror mirror, ObjectId commit) throws IOException {
        List<String> branches = mirror.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                .filter(ref -> commit.equals(ref.getObjectId()))
                .map(Ref::getName)
                .toList();
        return Stream.of("refs/heads/main", "refs/heads/master")
                .filter(branches::contains)
                .findFirst()
                .or(() -> branches.stream().sorted().findFirst());
    }

    private static FilterSpec withoutFiles() {
        try {
            return FilterSpec.fromFilterLine("blob:none");
        } catch (PackProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nameOf(Remote remote) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(remote.display().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS) + ".git";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
