package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.semver.SemanticVersion;
import java.io.IOException;
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
    private GitTags() {}

    /** Where a tag goes. */
    public enum Publish {
        LOCALLY,
        /** Also to {@code origin}; of a mirror, to the repository it mirrors. */
        TO_REMOTE
    }

    /**
     * @param commit a branch, tag or commit id
     * @param tagger who, and when, with {@code when} from the request and not from a clock
     * @throws RejectedException {@code git.tag-exists}, {@code git.tag-invalid}, {@code git.ref-not-found},
     *     {@code git.unwritable}, {@code git.no-remote}, {@code git.push-refused}, and what a transfer is refused with
     */
    public static TagResult tag(
            GitRepository git,
            TagPatterns patterns,
            String component,
            SemanticVersion version,
            String commit,
            String message,
            Tagger tagger,
            Publish publish) {
        String name = patterns.nameOf(component, version);
        ObjectId target = git.resolve(commit);
        boolean created = create(git, name, target, message, tagger);
        if (publish == Publish.TO_REMOTE) {
            TagPush.push(git, name, target);
        }
        return new TagResult(name, target.name(), created, publish == Publish.TO_REMOTE);
    }

    private static boolean create(GitRepository git, String name, ObjectId target, String message, Tagger tagger) {
        Repository repository = git.repository();
        if (Guard.reading(git.location(), () -> exists(git, name, target))) {
            return false;
        }
        RefUpdate.Result result;
        try {
            RefUpdate update = repository.updateRef(Constants.R_TAGS + name);
            update.setExpectedOldObjectId(ObjectId.zeroId());
            update.setNewObjectId(insert(repository, name, target, message, tagger));
            update.disableRefLog();
            result = update.update();
        } catch (IOException e) {
            throw Refusals.unwritable(git.location());
        }
        if (result == RefUpdate.Result.NEW) {
            return true;
        }
        // Someone else made it meanwhile, or makes it now.
        if (Guard.reading(git.location(), () -> exists(git, name, target))) {
            return false;
        }
        throw Refusals.unwritable(git.location());
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

    private static ObjectId insert(Repository repository, String name, ObjectId target, String message, Tagger tagger)
            throws IOException {
        TagBuilder tag = new TagBuilder();
        tag.setTag(name);
        tag.setObjectId(target, Constants.OBJ_COMMIT);
        tag.setMessage(message.endsWith("\n") ? message : message + "\n");
        tag.setTagger(new PersonIdent(tagger.name(), tagger.email(), tagger.when(), java.time.ZoneOffset.UTC));
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            return id;
        }
    }
}
