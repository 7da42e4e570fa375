package io.axiom.version.git;

import io.axiom.runtime.git.Budget;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.Guard;
import io.axiom.runtime.git.Remotes;
import io.axiom.runtime.git.RepositoryLocation;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Pushes one tag, and no more than is needed for it. */
final class TagPush {
    private TagPush() {}

    static void push(GitRepository git, String tag, ObjectId target) {
        RepositoryLocation remote = git.remote().orElseThrow(() -> Refusals.noRemote(git.location()));
        Budget budget = new Budget(git.settings());
        Guard.transferring(remote, budget, () -> {
            if (!isThere(git.repository(), remote, tag, target, budget)) {
                RemoteRefUpdate.Status status = send(git.repository(), remote, tag, budget);
                // Lost a race: what counts is what is there now.
                boolean done = status == RemoteRefUpdate.Status.OK
                        || status == RemoteRefUpdate.Status.UP_TO_DATE
                        || isThere(git.repository(), remote, tag, target, budget);
                if (!done) {
                    throw Refusals.pushRefused(remote, tag, status);
                }
            }
            return true;
        });
    }

    private static boolean isThere(
            Repository repository, RepositoryLocation remote, String tag, ObjectId target, Budget budget)
            throws IOException {
        try (Transport transport = Remotes.open(repository, remote, budget);
                FetchConnection connection = transport.openFetch(
                        List.of(new RefSpec(Constants.R_TAGS + tag + ":" + Constants.R_TAGS + tag)))) {
            Ref ref = connection.getRef(Constants.R_TAGS + tag);
            ObjectId at = ref == null ? null : peeled(ref);
            if (at != null && !at.equals(target)) {
                throw Refusals.tagExists(remote, tag, at.name(), target.name());
            }
            return at != null;
        }
    }

    private static @Nullable ObjectId peeled(Ref ref) {
        return ref.getPeeledObjectId() == null ? ref.getObjectId() : ref.getPeeledObjectId();
    }

    private static RemoteRefUpdate.Status send(
            Repository repository, RepositoryLocation remote, String tag, Budget budget) throws IOException {
        String name = Constants.R_TAGS + tag;
        RemoteRefUpdate update = new RemoteRefUpdate(repository, name, name, false, null, ObjectId.zeroId());
        try (Transport transport = Remotes.open(repository, remote, budget)) {
            PushResult result = transport.push(budget, List.of(update));
            return result.getRemoteUpdate(name).getStatus();
        }
    }
}
