package io.axiom.gateway.command;

import io.axiom.language.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replies that came after their caller had been told to ask later. What is no longer here, the service still knows. */
@Component
class RecentReplies {
    private static final int MOST = 10_000;

    private final Map<String, CompletableFuture<Reply>> replies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Reply>> eldest) {
            return size() > MOST;
        }
    };

    synchronized void watch(String commandId, CompletableFuture<Reply> reply) {
        replies.put(commandId, reply);
    }

    synchronized Optional<Reply> find(String commandId) {
        CompletableFuture<Reply> reply = replies.get(commandId);
        @Nullable Reply known = reply == null || reply.isCompletedExceptionally() ? null : reply.getNow(null);
        return Optional.ofNullable(known);
    }
}
