package io.axiom.runtime.git;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commit a name stands for, in the order of gitrevisions(7). Its operators ({@code ~}, {@code ^{/text}}, {@code @{…}})
 * are left out: some of them search all history.
 */
final class Revisions {
    private static final int SHORTEST_ID = 7;
    private static final int LONGEST_NAME = 250;
    private static final List<String> PLACES = List.of("", Constants.R_TAGS, Constants.R_HEADS, Constants.R_REMOTES);

    private final Repository repository;
    private final RepositoryLocation location;

    Revisions(Repository repository, RepositoryLocation location) {
        this.repository = repository;
        this.location = location;
    }

    ObjectId commit(String name) throws IOException {
        if (name.length() > LONGEST_NAME) {
            throw GitRefusals.refNotFound(location, name);
        }
        ObjectId id = ofRef(name);
        if (id != null) {
            return peeled(id, name);
        }
        if (name.length() >= SHORTEST_ID
                && name.length() <= Constants.OBJECT_ID_STRING_LENGTH
                && AbbreviatedObjectId.isId(name)) {
            return ofDigits(name);
        }
        if (name.equals(Constants.HEAD)) {
            refuseUnborn();
        }
        throw GitRefusals.refNotFound(location, name);
    }

    /** HEAD leads to a branch without a commit: nothing was committed yet, or the branch's file is damaged. */
    private void refuseUnborn() throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        if (head == null) {
            throw GitRefusals.corrupt(location, "there is no HEAD");
        }
        if (new File(repository.getCommonDirectory(), head.getTarget().getName()).exists()) {
            throw GitRefusals.corrupt(location, "the branch HEAD leads to is malformed");
        }
        if (repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS).isEmpty()) {
            throw GitRefusals.empty(location);
        }
    }

    private @Nullable ObjectId ofRef(String name) throws IOException {
        for (String place : PLACES) {
            String full = place + name;
            boolean allowed = full.equals(Constants.HEAD)
                    || (full.startsWith(Constants.R_REFS) && Repository.isValidRefName(full));
            Ref ref = allowed ? repository.exactRef(full) : null;
            if (ref != null && ref.getObjectId() != null) {
                return ref.getObjectId();
            }
        }
        return null;
    }

    private ObjectId ofDigits(String digits) throws IOException {
        List<ObjectId> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository);
                ObjectReader reader = repository.newObjectReader()) {
            for (ObjectId candidate : reader.resolve(AbbreviatedObjectId.fromString(digits))) {
                try {
                    commits.add(walk.parseCommit(candidate).getId());
                } catch (IncorrectObjectTypeException | MissingObjectException e) {
                    // Another object's digits may start alike; a full id need not exist.
                    continue;
                }
            }
        }
        return switch (commits.size()) {
            case 0 -> throw GitRefusals.refNotFound(location, digits);
            case 1 -> commits.getFirst().copy();
            default -> throw GitRefusals.refAmbiguous(location, digits);
        };
    }

    private ObjectId peeled(ObjectId id, String name) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(id).copy();
        } catch (IncorrectObjectTypeException e) {
            throw GitRefusals.refNotFound(location, name);
        }
    }
}
