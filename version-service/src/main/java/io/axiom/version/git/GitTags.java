package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.GitRefusals;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.Guard;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Tags releases. The outcome is a state, "this tag marks this commit": where it holds already nothing is done, and where the tag
 * marks another commit it is refused. The same request makes the same tag object.
 */
public final class GitTags {
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private GitTags() {}

    /** Where a tag goes. */
    public enum Publish {
        LOCALLY,
        /** Also to {@code origin}; of a mirror, to the repository it mirrors. */
        TO_REMOTE
    }

    /**
     * @throws RejectedException {@code git.tag-exists}, {@code git.tag-invalid}, {@code git.ref-not-found},
     *     {@code git.unwritable}, {@code git.no-remote}, {@code git.push-refused}, and what a transfer is refused with
     */
    public static TagResult tag(GitRepository git, TagRequest request) {
        if (!Repository.isValidRefName(Constants.R_TAGS + request.name())) {
            throw Refusals.tagInvalid(request.name());
        }
        ObjectId target = git.resolve(request.commit());
        boolean created = create(git, request, target);
        boolean push = request.publish() == Publish.TO_REMOTE;
        if (push) {
            TagPush.push(git, request.name(), target);
        }
        return new TagResult(request.name(), target.name(), created, push);
    }

    private static boolean create(GitRepository git, TagRequest request, ObjectId target) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (Guard.reading(git.location(), () -> exists(git, request.name(), target))) {
                return false;
            }
            switch (update(git, request, target)) {
                case NEW -> {
                    return true;
                }
                // Someone else made it meanwhile, or makes it now and holds the lock for a moment.
                case LOCK_FAILURE -> LockSupport.parkNanos(PAUSE.toNanos());
                default -> throw GitRefusals.unwritable(git.location());
            }
        }
        throw GitRefusals.unwritable(git.location());
    }

    private static RefUpdate.Result update(GitRepository git, TagRequest request, ObjectId target) {
        try {
            RefUpdate update = git.repository().updateRef(Constants.R_TAGS + request.name());
            update.setExpectedOldObjectId(ObjectId.zeroId());
            update.setNewObjectId(insert(git.repository(), request, target));
            update.disableRefLog();
            return update.update();
        } catch (IOException e) {
            throw GitRefusals.unwritable(git.location());
        }
    }

    private static boolean exists(GitRepository git, String name, ObjectId target) throws IOException {
        Ref ref = git.repository().exactRef(Constants.R_TAGS + name);
        if (ref == null || ref.getObjectId() == null) {
            return false;
        }
        try (RevWalk walk = new RevWalk(git.repository())) {
            ObjectId at = walk.peel(walk.parseAny(ref.getObjectId()));
            if (!at.equals(target)) {
                throw Refusals.tagExists(git.location(), name, at.name(), target.name());
            }
            return true;
        }
    }

    private static ObjectId insert(Repository repository, TagRequest request, ObjectId target) throws IOException {
        Tagger tagger = request.tagger();
        TagBuilder tag = new TagBuilder();
        tag.setTag(request.name());
        tag.setObjectId(target, Constants.OBJ_COMMIT);
        tag.setMessage(request.message().strip() + '\n');
        tag.setTagger(new PersonIdent(tagger.name(), tagger.email(), tagger.when(), ZoneOffset.UTC));
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            return id;
        }
    }
}
