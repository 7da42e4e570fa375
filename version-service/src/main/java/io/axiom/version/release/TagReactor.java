package io.axiom.version.release;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.Texts;
import io.axiom.language.version.TagCommand.RecordTag;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.RepositoryLocation;
import io.axiom.runtime.log.History;
import io.axiom.runtime.projection.Positions;
import io.axiom.runtime.reaction.Reactor;
import io.axiom.version.git.GitTags;
import io.axiom.version.git.TagRequest;
import io.axiom.version.git.TagResult;
import io.axiom.version.git.Tagger;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the tags that are asked for and records how it went. Each is worked on in a thread of its own, as a remote may take a
 * minute; what was under way when the process ended is found again in {@link OpenTags} and done again, which changes nothing
 * where it was done.
 */
@Component
final class TagReactor implements Reactor {
    private static final Logger LOG = LoggerFactory.getLogger(TagReactor.class);
    private static final Actor ACTOR = Actor.service("version-service");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 4;
    private static final int LONGEST_FAILURE = 1_000;

    private final Commands commands;
    private final History history;
    private final Positions positions;
    private final OpenTags open;
    private final GitRepositories repositories;
    private final Clock clock;
    private final boolean push;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean active;

    /** @param push whether tags made in a repository on this machine go to its {@code origin} too */
    TagReactor(
            Commands commands,
            History history,
            Positions positions,
            OpenTags open,
            GitRepositories repositories,
            Clock clock,
            @Value("${axiom.git.push:false}") boolean push) {
        this.commands = commands;
        this.history = history;
        this.positions = positions;
        this.open = open;
        this.repositories = repositories;
        this.clock = clock;
        this.push = push;
    }

    @Override
    public String name() {
        return "release-tags";
    }

    @Override
    public void resume() {
        // Requests up to here may have been delivered before; later ones are delivered after this.
        if (!positions.await(Contexts.VERSION, history.head(), PATIENCE)) {
            throw new IllegalStateException("The tags under way are not known yet");
        }
        active = true;
        for (long position : open.positions()) {
            history.read(position - 1, 1).forEach(this::react);
        }
    }

    @Override
    public void suspend() {
        active = false;
    }

    @Override
    public void react(RecordedEvent event) {
        if (event.event() instanceof TagRequested request && underWay.add(event.position())) {
            Thread.ofVirtual().name("tag-" + event.position()).start(() -> work(event, request));
        }
    }

    private void work(RecordedEvent event, TagRequested request) {
        try {
            free.acquire();
            try {
                if (active) {
                    record(event, outcome(event, request));
                }
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "The tag {} of {} was not finished; it is tried again after a restart",
                    request.tag(),
                    request.component(),
                    e);
        } finally {
            underWay.remove(event.position());
        }
    }

    private RecordTag outcome(RecordedEvent event, TagRequested request) {
        try (GitRepository git = repositories.open(repositories.location(request.repository()))) {
            boolean publish = push || git.location() instanceof RepositoryLocation.Remote;
            TagResult result = GitTags.tag(
                    git,
                    new TagRequest(
                            request.tag(),
                            request.commit() == null ? GitRepository.HEAD : request.commit(),
                            request.component() + ' ' + request.version(),
                            new Tagger(event.metadata().actor().name(), "noreply@axiom.invalid", event.time()),
                            publish ? GitTags.Publish.TO_REMOTE : GitTags.Publish.LOCALLY));
            return recordOf(request, result.commit(), null);
        } catch (RejectedException e) {
            String failure = e.rejection().detail() + ' ' + e.rejection().next();
            return recordOf(request, null, Texts.shorten(failure, LONGEST_FAILURE));
        }
    }

    private static RecordTag recordOf(TagRequested request, @Nullable String commit, @Nullable String failure) {
        return new RecordTag(
                request.component(), request.version(), request.repository(), request.tag(), commit, failure);
    }

    private void record(RecordedEvent event, RecordTag command) {
        commands.send(
                        command,
                        CommandContext.causedBy(event, "tag-outcome/" + event.position(), ACTOR, clock.instant()))
                .join();
    }
}
